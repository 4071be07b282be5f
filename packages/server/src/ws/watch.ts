// `/ws/watch`: messages in, live pictures out. B-13: at most 64 KB and 20 messages a second, every message parsed.
import { watchAsk, type watchSocket } from '@ochno/contract/watch'
import type { WebSocket } from 'ws'
import type { Viewer } from '../features/watch/deps.ts'
import type { Live } from '../features/watch/live.ts'
import type { SocketHandler } from '../http/seam.ts'

const BURST = 40
const PER_SECOND = 20
const MAX_TEXT = 64 * 1024
const CLOSED_BY_RULE = 4400

export function watchSocketHandler(
  live: Live,
  mono: () => number,
): SocketHandler<typeof watchSocket> & { closeAll(): Promise<void> } {
  const open = new Set<() => Promise<void>>()

  const attend = (viewer: Viewer, socket: WebSocket) => {
    const watcher = live.connect(viewer, {
      tell: (message) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message)),
      bytes: (frame) => socket.readyState === socket.OPEN && socket.send(frame),
      waiting: () => socket.bufferedAmount,
    })
    const bucket = tokenBucket(mono)
    const leave = async () => {
      open.delete(leave)
      await watcher.close()
    }
    open.add(leave)
    socket.on('message', (data: Buffer, binary: boolean) => {
      if (binary || data.length > MAX_TEXT || !bucket()) return socket.close(CLOSED_BY_RULE, 'rule')
      const asked = watchAsk.safeParse(parsed(data.toString()))
      if (asked.success) void watcher.ask(asked.data)
      else socket.send(JSON.stringify({ t: 'no', session: null, why: 'malformed' }))
    })
    socket.on('close', () => void leave())
    socket.on('error', () => socket.terminate())
  }

  return {
    admit: async () => ({ ok: true }),
    open: ({ actor, ip }, _input, socket) => attend({ ...actor, ip }, socket),
    async closeAll() {
      await Promise.all([...open].map((leave) => leave()))
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function tokenBucket(mono: () => number): () => boolean {
  let tokens = BURST
  let last = mono()
  return () => {
    const now = mono()
    tokens = Math.min(BURST, tokens + ((now - last) / 1000) * PER_SECOND) - 1
    last = now
    return tokens >= 0
  }
}
