// `/ws/watch`: messages in, live pictures out. Size and rate of messages are bounded where it is mounted (B-13).
import { watchAsk, type watchSocket } from '@ochno/contract/watch'
import type { WebSocket } from 'ws'
import type { Viewer } from '../features/watch/deps.ts'
import type { Live } from '../features/watch/live.ts'
import type { SocketHandler } from '../http/seam.ts'

export function watchSocketHandler(
  live: Live,
): SocketHandler<typeof watchSocket> & { closeAll(): Promise<void> } {
  const open = new Set<() => Promise<void>>()

  const attend = (viewer: Viewer, socket: WebSocket) => {
    const watcher = live.connect(viewer, {
      tell: (message) => socket.readyState === socket.OPEN && socket.send(JSON.stringify(message)),
      bytes: (frame) => socket.readyState === socket.OPEN && socket.send(frame),
      waiting: () => socket.bufferedAmount,
    })
    const leave = async () => {
      open.delete(leave)
      await watcher.close()
    }
    open.add(leave)
    socket.on('message', (data: Buffer, binary: boolean) => {
      const asked = watchAsk.safeParse(binary ? null : parsed(data.toString()))
      if (asked.success) void watcher.ask(asked.data)
      else socket.send(JSON.stringify({ t: 'no', session: null, why: 'malformed' }))
    })
    socket.on('close', () => void leave())
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
