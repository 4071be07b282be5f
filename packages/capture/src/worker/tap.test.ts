import { expect, test } from 'vitest'
import { Tap } from './tap.ts'

type Sound = { readonly rate: number; readonly samples: Float32Array }

/** A port whose other side is heard at once, without a wait. */
function port() {
  const sent: unknown[] = []
  const asked = { onmessage: null as ((event: { data: string }) => void) | null }
  const end = {
    ...asked,
    postMessage: (what: unknown) => sent.push(what),
    close: () => sent.push('closed'),
  }
  return { end, sent, ask: (data: string) => end.onmessage?.({ data }) }
}
const frame = () => {
  const copy = { is: 'copy' }
  return { clone: () => copy, copy }
}

test('a frame is handed out once for each time it is asked for, and never unasked', () => {
  const { end, sent, ask } = port()
  const tap = new Tap(end as unknown as MessagePort)
  const [first, second, third] = [frame(), frame(), frame()]
  const offer = (one: unknown) => tap.frame(one as VideoFrame)
  offer(first)
  expect(sent).toEqual([])
  ask('next')
  offer(second)
  offer(third)
  expect(sent).toEqual([second.copy])
})

test('sound comes in tenths of a second from when it is asked for, without a hole', () => {
  const { end, sent, ask } = port()
  const tap = new Tap(end as unknown as MessagePort)
  tap.samples(1_000, new Float32Array(500))
  expect(sent).toEqual([])
  ask('sound')
  const all = Float32Array.from({ length: 250 }, (_, i) => i)
  for (let at = 0; at < 250; at += 30) tap.samples(1_000, all.slice(at, at + 30))
  const came = sent as Sound[]
  expect(came.map(({ rate, samples }) => [rate, samples.length])).toEqual([
    [1_000, 100],
    [1_000, 100],
  ])
  expect(came.flatMap(({ samples }) => [...samples])).toEqual([...all.slice(0, 200)])
})

test('a microphone of another rate begins anew', () => {
  const { end, sent, ask } = port()
  const tap = new Tap(end as unknown as MessagePort)
  ask('sound')
  tap.samples(1_000, new Float32Array(50))
  tap.samples(2_000, new Float32Array(200))
  expect((sent as Sound[]).map(({ rate, samples }) => [rate, samples.length])).toEqual([[2_000, 200]])
})
