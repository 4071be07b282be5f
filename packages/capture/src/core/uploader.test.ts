import { KIND } from '@ochno/evidence/record'
import { beforeEach, describe, expect, test } from 'vitest'
import { STALL_MS, Uploader, WINDOW_BYTES, WS_PROBE_MS } from './uploader.ts'
import type { Receipt, UploadEffect, UploadEvent, Waiting } from './uploader-types.ts'

const hash = (n: number) => n.toString(16).padStart(64, '0')
const waiting = (seq: number, more: Partial<Waiting> = {}): Waiting => ({
  kind: KIND.media,
  seq,
  epoch: 1,
  size: 1000,
  sha256: hash(seq),
  head: hash(1000 + seq),
  wallMs: seq * 1000,
  ...more,
})
const receipt = (seq: number, more: Partial<Receipt> = {}): Receipt => ({
  v: 1,
  sid: 's',
  tid: 'cam',
  n: seq,
  epoch: 1,
  seq,
  size: 1000,
  sha256: hash(seq),
  chain: hash(5),
  srv_ms: 1,
  ...more,
})
const hello = (lane: number, next: number, head: string | null = null): UploadEvent => ({
  is: 'hello',
  lane,
  tracks: { cam: { no: 1, nonce: hash(0), next, head } },
})

let uploader: Uploader
let now = 0
const tell = (event: UploadEvent, at = now) => {
  now = at
  return uploader.handle(event, at)
}
const of = <K extends UploadEffect['do']>(effects: readonly UploadEffect[], kind: K) =>
  effects.filter((e): e is UploadEffect & { do: K } => e.do === kind)
const lane = (effects: readonly UploadEffect[]) => of(effects, 'open')[0]?.lane ?? -1
const part = (seq: number, length: number, buffered = 0): UploadEvent => ({
  is: 'part',
  tid: 'cam',
  epoch: 1,
  seq,
  bytes: new Uint8Array(length),
  buffered,
})

beforeEach(() => {
  now = 0
  uploader = new Uploader(() => 1)
})

function connected(records: readonly Waiting[] = [], next = records.length): number {
  tell({ is: 'loaded', tid: 'cam', records, next, head: null })
  const id = lane(tell({ is: 'start' }))
  tell(hello(id, 0))
  return id
}

describe('uploader', () => {
  test('ING-16 what waits goes oldest first and in order', () => {
    tell({ is: 'loaded', tid: 'cam', records: [waiting(0), waiting(1)], next: 2, head: hash(1001) })
    tell({ is: 'loaded', tid: 'screen', records: [waiting(0, { wallMs: 500 })], next: 1, head: hash(1000) })
    const id = lane(tell({ is: 'start' }))
    const sent = of(
      tell({
        is: 'hello',
        lane: id,
        tracks: {
          cam: { no: 1, nonce: hash(0), next: 0, head: null },
          screen: { no: 2, nonce: hash(0), next: 0, head: null },
        },
      }),
      'send',
    )
    expect(sent.map((s) => [s.tid, s.seq, s.body])).toEqual([
      ['cam', 0, true],
      ['screen', 0, true],
      ['cam', 1, true],
    ])
  })

  test('ING-12 only a receipt that matches lets a record leave the disk', () => {
    connected([waiting(0)])
    const wrong = tell({ is: 'receipt', receipt: receipt(0, { sha256: hash(99) }) })
    expect(of(wrong, 'drop')).toEqual([])
    expect(of(wrong, 'warn')[0]?.code).toBe('receipt_mismatch')
    expect(of(tell({ is: 'receipt', receipt: receipt(0) }), 'drop')).toHaveLength(1)
    expect(of(tell({ is: 'receipt', receipt: receipt(0) }), 'drop')).toHaveLength(0)
  })

  test('ING-11 ING-21 what the server has without our receipt is sent again until the receipt comes', () => {
    tell({ is: 'loaded', tid: 'cam', records: [waiting(0), waiting(1)], next: 2, head: hash(1001) })
    const id = lane(tell({ is: 'start' }))
    expect(of(tell(hello(id, 2, hash(1001))), 'send').map((s) => s.seq)).toEqual([0, 1])
  })

  test('ING-5 parts go out when nothing waits; the seal is then the header alone', () => {
    connected()
    expect(of(tell(part(0, 600)), 'send_part')[0]?.offset).toBe(0)
    expect(of(tell(part(0, 400)), 'send_part')[0]?.offset).toBe(600)
    expect(uploader.cameAsParts('cam', 0, 1000)).toBe(true)
    expect(of(tell({ is: 'appended', tid: 'cam', record: waiting(0) }), 'send')[0]?.body).toBe(false)
    expect([uploader.viaParts, uploader.whole]).toEqual([1, 0])
  })

  test('ING-16 no parts behind a backlog, in a full socket, or of a fragment that began offline', () => {
    tell({ is: 'loaded', tid: 'cam', records: [], next: 0, head: null })
    const id = lane(tell({ is: 'start' }))
    tell(part(0, 100))
    tell(hello(id, 0))
    expect(of(tell(part(0, 100)), 'send_part')).toEqual([])
    expect(of(tell({ is: 'appended', tid: 'cam', record: waiting(0) }), 'send')[0]?.body).toBe(true)
    expect(of(tell(part(1, 100, 500_000)), 'send_part')).toEqual([])
  })

  test('ING-12 a nak rewinds, and a fragment refused for its parts travels whole', () => {
    const id = connected()
    tell(part(0, 1000))
    expect(of(tell({ is: 'appended', tid: 'cam', record: waiting(0) }), 'send')[0]?.body).toBe(false)
    const again = of(tell({ is: 'nak', lane: id, tid: 'cam', seq: 0, why: 'parts', next: 0 }), 'send')
    expect(again.map((s) => [s.seq, s.body])).toEqual([[0, true]])
  })

  test('quota, busy and disk hold the sending back and lose nothing', () => {
    const id = connected([waiting(0)])
    expect(
      of(tell({ is: 'nak', lane: id, tid: 'cam', seq: 0, why: 'busy', next: 0, retryAfterS: 5 }), 'send'),
    ).toEqual([])
    expect(of(tell({ is: 'tick' }, 4_000), 'send')).toEqual([])
    expect(of(tell({ is: 'tick' }, 5_001), 'send').map((s) => s.seq)).toEqual([0])
  })

  test('no more than the window is on the way', () => {
    const big = Array.from({ length: 10 }, (_, seq) => waiting(seq, { size: 400_000 }))
    tell({ is: 'loaded', tid: 'cam', records: big, next: 10, head: null })
    const id = lane(tell({ is: 'start' }))
    const sent = of(tell(hello(id, 0)), 'send')
    expect(sent.length).toBe(Math.ceil(WINDOW_BYTES / 400_128))
    expect(
      of(tell({ is: 'receipt', receipt: receipt(0, { size: 400_000 }) }), 'send').map((s) => s.seq),
    ).toEqual([sent.length])
  })

  test('ING-16 ING-13 two refusals of WebSocket lead to HTTP, which asks WebSocket again each minute', () => {
    tell({ is: 'loaded', tid: 'cam', records: [waiting(0), waiting(1)], next: 2, head: null })
    let id = lane(tell({ is: 'start' }))
    tell({ is: 'lane_lost', lane: id, reached: true })
    id = lane(tell({ is: 'tick' }, now + 1_000))
    tell({ is: 'lane_lost', lane: id, reached: true })
    const open = of(tell({ is: 'tick' }, now + 2_000), 'open')[0]
    expect(open?.kind).toBe('http')
    const http = open?.lane ?? -1
    // One at a time on a track: the neighbour must be known to the server.
    expect(of(tell(hello(http, 0)), 'send').map((s) => [s.kind, s.seq])).toEqual([['http', 0]])
    expect(of(tell({ is: 'receipt', receipt: receipt(0) }), 'send').map((s) => s.seq)).toEqual([1])
    tell({ is: 'receipt', receipt: receipt(1) })
    const probe = of(tell({ is: 'tick' }, now + WS_PROBE_MS), 'open')[0]
    expect(probe?.kind).toBe('ws')
    // While WebSocket is tried, HTTP goes on.
    expect(
      of(tell({ is: 'appended', tid: 'cam', record: waiting(2) }), 'send').map((s) => [s.kind, s.seq]),
    ).toEqual([['http', 2]])
    const back = tell(hello(probe?.lane ?? -1, 2, hash(1001)))
    expect(of(back, 'close').map((c) => c.lane)).toEqual([http])
    expect(of(back, 'send').map((s) => [s.kind, s.seq])).toEqual([['ws', 2]])
  })

  test('a network that is away is not a blocked WebSocket', () => {
    tell({ is: 'loaded', tid: 'cam', records: [], next: 0, head: null })
    let effects = tell({ is: 'start' })
    for (let i = 0; i < 5; i++) {
      tell({ is: 'lane_lost', lane: lane(effects), reached: false })
      effects = tell({ is: 'tick' }, now + 15_000)
      expect(of(effects, 'open')[0]?.kind).toBe('ws')
    }
  })

  test('a lane that swallows everything is left', () => {
    const id = connected([waiting(0)])
    expect(of(tell({ is: 'tick' }, STALL_MS - 1), 'close')).toEqual([])
    expect(of(tell({ is: 'tick' }, STALL_MS), 'close').map((c) => c.lane)).toEqual([id])
  })

  test('silence is no sign of death while nothing is owed', () => {
    connected()
    for (let i = 0; i < 100; i++) expect(of(tell({ is: 'tick' }, now + 5_000), 'close')).toEqual([])
  })

  test('a server that knows more than we do, or another chain, makes us rewrite what waits on top of its head', () => {
    tell({ is: 'loaded', tid: 'cam', records: [], next: 0, head: null })
    const id = lane(tell({ is: 'start' }))
    const rebase = of(tell(hello(id, 5, hash(7))), 'rebase')[0]
    expect(rebase).toMatchObject({ next: 5, head: hash(7), why: 'storage_lost' })
    tell({ is: 'loaded', tid: 'cam', records: [waiting(5)], next: 6, head: hash(1005) })
    expect(of(tell({ is: 'tick' }), 'send')).toEqual([])
  })

  test('another device recorded meanwhile: our unconfirmed records are kept and moved', () => {
    tell({ is: 'loaded', tid: 'cam', records: [waiting(3), waiting(4)], next: 5, head: hash(1004) })
    const id = lane(tell({ is: 'start' }))
    expect(of(tell(hello(id, 5, hash(77))), 'rebase')[0]).toMatchObject({ next: 5, why: 'other_device' })
  })

  test('a recording that is closed is not asked again', () => {
    const id = connected([waiting(0)])
    expect(
      of(tell({ is: 'nak', lane: id, tid: 'cam', seq: 0, why: 'closed', next: 0 }), 'denied')[0]?.why,
    ).toBe('closed')
    expect(tell({ is: 'tick' }, 1e9)).toEqual([])
  })
})
