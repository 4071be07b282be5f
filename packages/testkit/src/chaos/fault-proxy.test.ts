import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FaultProxy, faultProxy } from './fault-proxy.ts'

let echo: Server
let proxy: FaultProxy
let port: number
beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => undefined).pipe(socket))
  echo.listen(0, '127.0.0.1')
  await once(echo, 'listening')
  port = (echo.address() as AddressInfo).port
  proxy = await faultProxy({ port }, { seed: 5 })
})
afterEach(async () => {
  await proxy.close()
  echo.close()
})

const dial = async () => {
  const socket = connect({ port: proxy.port, host: '127.0.0.1' })
  await once(socket, 'connect')
  return socket.on('error', () => undefined)
}
// events.once would reject on the reset that is asked for here.
const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve))
async function receive(socket: Socket, length: number): Promise<Buffer> {
  const got: Buffer[] = []
  let size = 0
  for await (const chunk of socket.iterator({ destroyOnReturn: false })) {
    got.push(chunk)
    size += chunk.length
    if (size >= length) break
  }
  return Buffer.concat(got)
}

test('F-01 in fair weather every byte arrives as it was sent', async () => {
  const socket = await dial()
  const sent = Buffer.alloc(3_000_000, 'abcdefg')
  socket.write(sent)
  expect((await receive(socket, sent.length)).equals(sent)).toBe(true)
  socket.destroy()
})

test('F-01 a black hole passes nothing, and everything once it is lifted', async () => {
  const socket = await dial()
  proxy.set({ up: { blackhole: true } })
  socket.write('late')
  socket.write(' but whole')
  proxy.set({})
  expect(String(await receive(socket, 14))).toBe('late but whole')
  socket.destroy()
})

test('F-11 a cut lets exactly so many bytes through', async () => {
  proxy.set({ up: { cutAfter: 10, rst: true } })
  const socket = await dial()
  const over = closed(socket)
  socket.write('0123456789abcdef')
  await over
  expect(proxy.passed().up).toBe(10)
})

test('F-13 corruption flips bits and keeps the length, the same ones for the same seed', async () => {
  const run = async () => {
    const own = await faultProxy({ port }, { seed: 9, weather: { up: { corrupt: 1 } } })
    const socket = connect({ port: own.port, host: '127.0.0.1' })
    socket.write(Buffer.alloc(64))
    const got = await receive(socket, 64)
    socket.destroy()
    await own.close()
    return got
  }
  const [one, two] = [await run(), await run()]
  expect(one.length).toBe(64)
  expect(one.equals(Buffer.alloc(64))).toBe(false)
  expect(one.equals(two)).toBe(true)
})

test('F-09 refused connections are reset at once and the control port changes the weather', async () => {
  const control = await proxy.control()
  await fetch(`http://127.0.0.1:${control}/weather`, {
    method: 'PUT',
    body: JSON.stringify({ refuse: true }),
  })
  const socket = connect({ port: proxy.port, host: '127.0.0.1' }).on('error', () => undefined)
  await closed(socket)
  expect(socket.bytesRead).toBe(0)
  expect(proxy.open()).toBe(0)
})
