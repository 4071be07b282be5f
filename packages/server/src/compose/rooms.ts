import { roomRoutes, roomSocket } from '@ochno/contract/rooms'
import { SLOTS } from '@ochno/domain/rooms/slots'
import { sfuEngine } from '../adapters/sfu/engine.ts'
import { endPresences } from '../adapters/postgres/rooms.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { iceWays } from '../adapters/system/ice-ways.ts'
import { roomHall } from '../features/rooms/hall.ts'
import { roomHandlers } from '../http/rooms.ts'
import { roomSocketHandler } from '../ws/rooms.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

const SWEEP_MS = 5_000

export function composeRooms(base: Base): Part {
  const { config, pools, ids, clock, log } = base
  const { media, ...limits } = config.rooms
  const engine = sfuEngine(media, SLOTS, log)
  const rooms = {
    store: postgresStore(pools.app, ids),
    ids,
    clock,
    log,
    engine,
    ice: iceWays(config.calls),
    limits,
  }
  const hall = roomHall(rooms)
  const deps = { ...rooms, hall }
  let timer: NodeJS.Timeout | null = null
  return {
    routes: mounted(roomRoutes, roomHandlers(deps)),
    sockets: [{ route: roomSocket, handler: roomSocketHandler(deps) }],
    metrics: async () => {
      const { rooms: open, people } = hall.stats()
      const { packetsIn, packetsOut } = engine.stats()
      return [
        '# HELP ochno_rooms Rooms of lessons somebody is in',
        '# TYPE ochno_rooms gauge',
        `ochno_rooms ${open}`,
        '# HELP ochno_room_people People in them and in their lobbies',
        '# TYPE ochno_room_people gauge',
        `ochno_room_people ${people}`,
        '# HELP ochno_room_packets_total Packets of sound and picture that came and went',
        '# TYPE ochno_room_packets_total counter',
        `ochno_room_packets_total{way="in"} ${packetsIn}`,
        `ochno_room_packets_total{way="out"} ${packetsOut}`,
        '',
      ].join('\n')
    },
    start: async () => {
      // Lists of who was there are not worth a server that does not begin.
      await endPresences(pools, limits.overrunMinutes, clock.now()).catch((cause: unknown) =>
        log.error('room.presences_not_ended', {}, cause),
      )
      timer = setInterval(() => hall.sweep(), SWEEP_MS)
    },
    stop: async () => {
      if (timer) clearInterval(timer)
      await hall.settle()
      engine.close()
    },
  }
}
