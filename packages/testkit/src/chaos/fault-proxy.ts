// A TCP proxy that misbehaves on purpose: what `tc netem` would do, without the kernel's help, from a seed.
import { once } from 'node:events'
import { createServer as createHttpServer } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type Rng, rng } from './rng.ts'

/** Each fault holds for one direction of every connection, from the moment it is set. */
export type Faults = {
  readonly latencyMs?: number
  readonly jitterMs?: number
  readonly bytesPerSecond?: number
  /** Chance that a chunk has one of its bits flipped. */
  readonly corrupt?: number
  /** Bytes go one small piece at a time. */
  readonly dribble?: { readonly bytes: number; readonly everyMs: number }
  /** Nothing passes, nothing is told. */
  readonly blackhole?: boolean
  /** Ends the connection after so many bytes of this direction: politely, or by RST. */
  readonly cutAfter?: number
  readonly rst?: boolean
  /** After so many bytes this direction is silent while the other goes on. */
  readonly halfOpenAfter?: number
}

export type Weather = { readonly up?: Faults; readonly down?: Faults; readonly refuse?: boolean }

export type FaultProxy = {
  readonly port: number
  readonly set: (weather: Weather) => void
  /** Every open connection is reset. */
  readonly reset: () => void
  readonly open: () => number
  readonly passed: () => { readonly up: number; readonly down: number; readonly connections: number }
  /** PUT /weather, POST /reset, GET /passed on a port of its own. */
  readonly control: () => Promise<number>
  readonly close: () => Promise<void>
}

const QUEUE = 1 << 20

export async function faultProxy(
  target: { readonly host?: string; readonly port: number },
  { seed = 1, weather: first = {} as Weather } = {},
): Promise<FaultProxy> {
  const chance = rng(seed)
  let weather = first
  let changed = Promise.withResolvers<void>()
  const pairs = new Set<readonly [Socket, Socket]>()
  const passed = { up: 0, down: 0, connections: 0 }
  const closers: Array<() => Promise<unknown>> = []

  const set = (next: Weather) => {
    weather = next
    changed.resolve()
    changed = Promise.withResolvers()
  }
  const carry = (from: Socket, to: Socket, way: 'up' | 'down', kill: (hard: boolean) => void, dice: Rng) =>
    pump({
      from,
      to,
      dice,
      faults: () => weather[way] ?? {},
      changed: () => changed.promise,
      count: (bytes) => {
        passed[way] += bytes
      },
      kill,
    })

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    passed.connections++
    if (weather.refuse) {
      near.resetAndDestroy()
      return
    }
    const far = connect({
      host: target.host ?? '127.0.0.1',
      port: target.port,
      allowHalfOpen: true,
      noDelay: true,
    })
    const pair = [near, far] as const
    pairs.add(pair)
    const kill = (hard: boolean) => {
      pairs.delete(pair)
      for (const socket of pair) {
        if (hard) socket.resetAndDestroy()
        else socket.destroy()
      }
    }
    for (const socket of pair) socket.on('error', () => kill(true)).on('close', () => pairs.delete(pair))
    carry(near, far, 'up', kill, chance.fork())
    carry(far, near, 'down', kill, chance.fork())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  const reset = () => {
    for (const [near, far] of pairs) {
      near.resetAndDestroy()
      far.resetAndDestroy()
    }
    pairs.clear()
  }
  return {
    port: (server.address() as AddressInfo).port,
    set,
    reset,
    open: () => pairs.size,
    passed: () => ({ ...passed }),
    control: async () => {
      const http = createHttpServer(async (request, reply) => {
        const body = Buffer.concat(await request.toArray()).toString()
        if (request.method === 'PUT' && request.url === '/weather') set(JSON.parse(body) as Weather)
        else if (request.method === 'POST' && request.url === '/reset') reset()
        else if (request.url !== '/passed') reply.statusCode = 404
        reply.end(JSON.stringify(passed))
      })
      http.listen(0, '127.0.0.1')
      await once(http, 'listening')
      closers.push(() => new Promise((resolve) => http.close(resolve)))
      return (http.address() as AddressInfo).port
    },
    close: async () => {
      set({})
      reset()
      await Promise.all([new Promise((resolve) => server.close(resolve)), ...closers.map((end) => end())])
    },
  }
}

type Pipe = {
  readonly from: Socket
  readonly to: Socket
  readonly dice: Rng
  readonly faults: () => Faults
  readonly changed: () => Promise<void>
  readonly count: (bytes: number) => void
  readonly kill: (hard: boolean) => void
}

function pump({ from, to, dice, faults, changed, count, kill }: Pipe): void {
  const queue: Array<{ readonly due: number; readonly chunk: Buffer | null }> = []
  let queued = 0
  let last = 0
  let seen = 0
  let working = false

  const work = async () => {
    working = true
    for (let head = queue.shift(); head; head = queue.shift()) {
      const wait = head.due - performance.now()
      if (wait > 0) await pause(wait)
      while (faults().blackhole && !to.destroyed) await changed()
      if (to.destroyed) break
      if (head.chunk === null) to.end()
      else {
        await deliver(head.chunk)
        queued -= head.chunk.length
        if (queued < QUEUE) from.resume()
      }
    }
    working = false
  }
  const deliver = async (chunk: Buffer) => {
    const { corrupt = 0, dribble, bytesPerSecond, cutAfter, rst, halfOpenAfter } = faults()
    if (halfOpenAfter !== undefined && seen >= halfOpenAfter) return
    if (dice.chance(corrupt)) {
      const at = dice.int(chunk.length)
      chunk[at] = (chunk[at] ?? 0) ^ (1 << dice.int(8))
    }
    const pieces = dribble ? slices(chunk, dribble.bytes) : [chunk]
    for (const piece of pieces) {
      const room = cutAfter === undefined ? piece.length : Math.max(0, cutAfter - seen)
      if (to.destroyed) return
      if (room > 0 && !to.write(piece.subarray(0, room))) await drained(to)
      seen += piece.length
      count(Math.min(room, piece.length))
      if (room < piece.length || (cutAfter !== undefined && seen >= cutAfter)) {
        kill(rst === true)
        return
      }
      if (dribble) await pause(dribble.everyMs)
      else if (bytesPerSecond) await pause((piece.length / bytesPerSecond) * 1000)
    }
  }
  const push = (chunk: Buffer | null) => {
    const { latencyMs = 0, jitterMs = 0 } = faults()
    last = Math.max(last, performance.now() + latencyMs + dice.next() * jitterMs)
    queue.push({ due: last, chunk })
    queued += chunk?.length ?? 0
    if (queued >= QUEUE) from.pause()
    if (!working) work().catch(() => kill(true))
  }
  from.on('data', (chunk: Buffer) => push(chunk)).on('end', () => push(null))
}

function* slices(chunk: Buffer, size: number) {
  for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size)
}

const drained = (socket: Socket) =>
  new Promise<void>((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.on('drain', done).on('close', done)
  })
