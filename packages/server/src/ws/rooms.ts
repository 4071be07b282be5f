// `/ws/rooms/:lnk`: one page of one person in one room.
import { roomAsk, type roomSocket } from '@ochno/contract/rooms'
import { instant } from '@ochno/domain/time'
import type { WebSocket } from 'ws'
import type { Person } from '../features/rooms/deps.ts'
import type { Line } from '../features/rooms/hall.ts'
import { entryOf, openLink } from '../features/rooms/my-rooms.ts'
import type { Planning } from '../features/rooms/plan-rooms.ts'
import { factsOf } from '../features/rooms/views.ts'
import type { SocketHandler } from '../http/seam.ts'
import type { RoomLink } from '../ports/rooms.ts'

const PING_MS = 10_000
/** Said to a page that should not open the line again by itself. */
const GONE = 4403

export function roomSocketHandler(deps: Planning): SocketHandler<typeof roomSocket> {
  const look = async (person: Person, link: RoomLink) => {
    await deps.hall.written()
    return deps.store.inTenant(person.tenant, async (tx) => {
      const opened = await openLink(tx, person, link)
      if (!opened) return null
      const now = deps.clock.now()
      const { entered } = await entryOf(deps, tx, opened, now)
      return { ...opened, entered, closesAt: factsOf(opened.room, deps.limits, now).closesAt }
    })
  }

  return {
    admit: async ({ actor }, { params }) => {
      const found = await look(actor, params.lnk)
      if (!found) return { ok: false, why: 'not_found' }
      return found.entered.ok ? { ok: true } : found.entered
    },
    open: ({ actor }, { params }, socket) => {
      // What comes before one is inside is read afterwards.
      socket.pause()
      look(actor, params.lnk)
        .then((found) => {
          if (!found?.entered.ok) return socket.close(GONE, 'refused')
          const line = lineOf(socket)
          const { seat, room } = found
          deps.hall.enter(
            { person: actor, seat, room, closesMs: instant(found.closesAt).epochMilliseconds },
            found.entered.to,
            line,
          )
          socket.on('message', (data: Buffer, binary: boolean) => {
            const asked = roomAsk.safeParse(binary ? null : parsed(data.toString()))
            if (asked.success) deps.hall.ask(room.id, actor.account, asked.data)
            else line.tell({ t: 'no', why: 'malformed' })
          })
          const beat = heartbeat(socket)
          socket.on('close', () => {
            clearInterval(beat)
            deps.hall.leave(room.id, actor.account, line)
          })
          socket.resume()
        })
        .catch((cause: unknown) => {
          deps.log.warn('room.not_entered', { known: cause instanceof Error ? cause.name : 'unknown' })
          socket.close(1013, 'busy')
        })
    },
    still: async ({ actor }, { params }) =>
      (await deps.store.inTenant(actor.tenant, (tx) => openLink(tx, actor, params.lnk))) !== null,
  }
}

const lineOf = (socket: WebSocket): Line => ({
  tell: (what) => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(what))
  },
  close: () => socket.close(GONE, 'gone'),
})

function heartbeat(socket: WebSocket): NodeJS.Timeout {
  let alive = true
  socket.on('pong', () => {
    alive = true
  })
  return setInterval(() => {
    if (!alive) return socket.terminate()
    alive = false
    socket.ping()
  }, PING_MS)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
