// The line of a room: what the server tells, again after every cut.
import { type goneReasons, type RoomAsk, type RoomTell, roomSocket, roomTell } from '@ochno/contract/rooms'
import { openSocket } from '../../api/socket.ts'

/** The server does not want this page back. */
const GONE = 4403
const AGAIN_MS = [500, 1_000, 2_000, 4_000] as const

export type Gone = (typeof goneReasons)[number]

export type RoomLine = { readonly say: (what: RoomAsk) => void; readonly close: () => void }

export function openLine(
  link: string,
  ears: {
    readonly tell: (what: RoomTell) => void
    /** False: the line is cut, and opened again by itself. */
    readonly on: (open: boolean) => void
    /** Not let in any more: the door says why. */
    readonly refused: () => void
  },
): RoomLine {
  let socket: WebSocket | null = null
  let closed = false
  let tries = 0
  let later: ReturnType<typeof setTimeout> | null = null

  function open(): void {
    const made = openSocket(roomSocket, { lnk: link })
    socket = made
    let opened = false
    made.onopen = () => {
      opened = true
      tries = 0
      ears.on(true)
    }
    made.onmessage = (event) => {
      const told = roomTell.safeParse(parsed(event.data))
      if (!told.success) return
      if (told.data.t === 'gone') closed = true
      ears.tell(told.data)
    }
    made.onclose = ({ code }) => {
      if (closed || socket !== made) return
      ears.on(false)
      if (code === GONE || (!opened && tries > AGAIN_MS.length)) {
        closed = true
        return ears.refused()
      }
      later = setTimeout(open, AGAIN_MS[Math.min(tries++, AGAIN_MS.length - 1)])
    }
  }
  open()

  return {
    say: (what) => {
      if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what))
    },
    close: () => {
      closed = true
      if (later) clearTimeout(later)
      socket?.close()
    },
  }
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return null
  }
}
