// Clients that hold a server's sockets open by doing everything slowly (F-18).
import { connect, type Socket } from 'node:net'

export type SlowKind =
  /** A header line now and then, never the last one. */
  | 'headers'
  /** Headers at once, then a byte of the body now and then. */
  | 'body'
  /** Asks again and again and never reads. */
  | 'read'

export type SlowClients = {
  readonly open: () => number
  /** How long each connection lived, ms, in the order they were cut. */
  readonly lived: readonly number[]
  readonly allCut: Promise<void>
  readonly close: () => void
}

type Target = { readonly host: string; readonly port: number; readonly method: string; readonly path: string }

export function slowClients(kind: SlowKind, count: number, target: Target, everyMs = 1000): SlowClients {
  const sockets = new Set<Socket>()
  const lived: number[] = []
  const { promise: allCut, resolve } = Promise.withResolvers<void>()
  const line = `${target.method} ${target.path} HTTP/1.1\r\nhost: ${target.host}\r\n`
  const first = {
    headers: `${line}x-0: a\r\n`,
    body: `${line}content-type: application/octet-stream\r\ncontent-length: 1000000\r\n\r\n`,
    read: `GET ${target.path} HTTP/1.1\r\nhost: ${target.host}\r\n\r\n`.repeat(50),
  }[kind]

  for (let i = 0; i < count; i++) {
    const began = performance.now()
    const socket = connect({ host: target.host, port: target.port })
    sockets.add(socket)
    if (kind === 'read') socket.pause()
    else socket.resume()
    socket.on('connect', () => socket.write(first))
    socket.on('error', () => undefined)
    socket.on('close', () => {
      lived.push(performance.now() - began)
      sockets.delete(socket)
      if (sockets.size === 0) {
        clearInterval(timer)
        resolve()
      }
    })
  }
  let tick = 0
  const timer = setInterval(() => {
    tick++
    for (const socket of sockets)
      if (socket.writable) socket.write(kind === 'headers' ? `x-${tick}: a\r\n` : 'a')
  }, everyMs)
  return {
    open: () => sockets.size,
    lived,
    allCut,
    close: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
