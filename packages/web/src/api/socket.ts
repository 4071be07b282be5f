// The only WebSocket of the pages (the recorder in @ochno/capture has its own).
import type { SocketRoute } from '@ochno/contract/route'
import { fillPath } from './path.ts'

export function openSocket(route: SocketRoute, params: unknown, query?: unknown): WebSocket {
  const url = new URL(fillPath(route.path, params, query), location.href)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(url)
  socket.binaryType = 'arraybuffer'
  return socket
}
