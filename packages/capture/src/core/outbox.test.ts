import { genesis } from '@ochno/evidence/chain'
import { FORMAT, KIND } from '@ochno/evidence/record'
import { beforeEach, describe, expect, test } from 'vitest'
import { OpenFile } from './open-file.ts'
import { Outbox } from './outbox.ts'
import { aesSealBox, plainBox, type SealBox } from './seal-box.ts'
import { memoryStore } from './store.ts'
import { TrackWriter } from './track-writer.ts'
import type { UploadEvent, Waiting } from './uploader-types.ts'
import { sampleCluster } from './webm.sample.ts'

let store: ReturnType<typeof memoryStore>
let box: SealBox
beforeEach(async () => {
  store = memoryStore()
  box = await aesSealBox(crypto.getRandomValues(new Uint8Array(32)))
})

const facts = { wall: 1_000, mono: 10, at: 0, length: 2, flags: 9, format: FORMAT.webmVp9 }
const payload = (n: number, size = 2000) => new Uint8Array(size).fill(n)

async function boot(more: { box?: SealBox } = {}) {
  const told: UploadEvent[] = []
  const failures: unknown[] = []
  const sealed = more.box ?? box
  const { outbox, recovery } = await Outbox.open(store, 'cam', 's|cam', sealed)
  const open = new OpenFile(await store.open('cam.open'), 's|cam', sealed)
  const left = await open.recover()
  const writer = new TrackWriter(
    'cam',
    {
      sid: 's',
      outbox,
      open,
      now: () => ({ wall: 1_000, mono: 10 }),
      tell: (event) => told.push(event),
      buffered: () => 0,
      cameAsParts: () => false,
      failed: (error) => failures.push(error),
    },
    recovery,
    left,
  )
  await writer.meet({ no: 1, nonce: '00'.repeat(32), next: 0, head: null })
  const appended = () =>
    told.filter((e): e is UploadEvent & { is: 'appended' } => e.is === 'appended').map((e) => e.record)
  return { outbox, writer, recovery, appended, failures, told, left }
}
const log = () => [...store.files].find(([name]) => name.endsWith('.log'))?.[0] ?? ''
const chain = (records: readonly Waiting[]) => records.map((r) => r.head)

describe('outbox', () => {
  test('F-02 what was written is there after a crash, with its chain, and reads back byte for byte', async () => {
    const first = await boot()
    for (const n of [0, 1, 2]) await first.writer.record(KIND.media, 1, payload(n), facts)
    const again = await boot()
    expect(again.recovery.records).toEqual(first.appended())
    expect(again.recovery.damaged).toBe(false)
    expect((await again.outbox.read(1))?.payload).toEqual(payload(1))
    await again.writer.record(KIND.media, 2, payload(3), facts)
    expect(again.appended()[0]?.seq).toBe(3)
  })

  test('a torn tail is cut off and the chain goes on from the last whole record', async () => {
    const first = await boot()
    for (const n of [0, 1]) await first.writer.record(KIND.media, 1, payload(n), facts)
    const whole = store.files.get(log()) as Uint8Array<ArrayBuffer>
    await first.writer.record(KIND.media, 1, payload(2), facts)
    // The state file may be newer than what the disk kept of the log.
    store.files.set(log(), (store.files.get(log()) as Uint8Array<ArrayBuffer>).slice(0, whole.length + 700))
    const again = await boot()
    expect(chain(again.recovery.records)).toEqual(chain(first.appended()).slice(0, 2))
    expect(store.files.get(log())?.length).toBe(whole.length)
  })

  test('a changed byte in the middle is noticed: what follows it is given up and said to be lost', async () => {
    const first = await boot()
    for (const n of [0, 1, 2]) await first.writer.record(KIND.media, 1, payload(n), facts)
    const bytes = store.files.get(log()) as Uint8Array<ArrayBuffer>
    bytes[2500] = (bytes[2500] ?? 0) ^ 1
    const again = await boot()
    expect(again.recovery.damaged).toBe(true)
    expect(again.recovery.records.map((r) => r.seq)).toEqual([0])
    expect(again.recovery.state?.next).toBe(1)
  })

  test('V14.3.3 pictures at rest are encrypted and open only with the same key, session and track', async () => {
    const first = await boot()
    await first.writer.record(KIND.media, 1, payload(7), facts)
    const text = [...(store.files.get(log()) ?? [])].join(',')
    expect(text).not.toContain(Array(20).fill(7).join(','))
    const other = await boot({ box: await aesSealBox(crypto.getRandomValues(new Uint8Array(32))) })
    expect(other.recovery.records).toEqual([])
    expect(other.recovery.damaged).toBe(true)
  })

  test('a record leaves when it is dropped, the file when it is empty, and the chain survives an empty outbox', async () => {
    const first = await boot()
    for (const n of [0, 1]) await first.writer.record(KIND.media, 1, payload(n), facts)
    for (const n of [0, 1]) await first.outbox.drop(n)
    expect(first.outbox.bytes()).toBe(0)
    const again = await boot()
    expect(again.recovery.records).toEqual([])
    expect(again.recovery.state?.next).toBe(2)
    await again.writer.record(KIND.media, 2, payload(2), facts)
    expect(again.appended()[0]?.seq).toBe(2)
    const header = again.outbox.header(2)
    expect(Buffer.from(header?.subarray(80, 112) ?? []).toString('hex')).toBe(first.appended()[1]?.head)
  })

  test('a long backlog lies in several files; the first goes while later ones wait', async () => {
    const { writer, outbox } = await boot({ box: plainBox() })
    for (let n = 0; n < 6; n++) await writer.record(KIND.media, 1, payload(n, 3_000_000), facts)
    const logs = () => [...store.files.keys()].filter((name) => name.endsWith('.log'))
    expect(logs().length).toBe(3)
    for (const n of [3, 2, 0, 1]) await outbox.drop(n)
    expect(logs().length).toBe(1)
    const again = await boot({ box: plainBox() })
    expect(again.recovery.records.map((r) => r.seq)).toEqual([4, 5])
    expect(again.recovery.damaged).toBe(false)
  })

  test('a rebase moves what waits onto the server head and keeps every picture, also across a crash', async () => {
    const first = await boot()
    for (const n of [0, 1]) await first.writer.record(KIND.media, 1, payload(n), facts)
    await first.writer.rebase(10, 'ab'.repeat(32), 4, '')
    const again = await boot()
    expect(again.recovery.records.map((r) => [r.seq, r.epoch])).toEqual([
      [10, 5],
      [11, 5],
    ])
    expect((await again.outbox.read(11))?.payload).toEqual(payload(1))
    expect(Buffer.from(again.outbox.header(10)?.subarray(80, 112) ?? []).toString('hex')).toBe(
      'ab'.repeat(32),
    )
  })

  test('a full disk loses the record, says so, and leaves a GAP when there is room again', async () => {
    const { writer, outbox, failures, appended } = await boot()
    await writer.record(KIND.media, 1, payload(0), facts)
    const real = outbox as unknown as { append: Outbox['append'] }
    const append = real.append
    real.append = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    await writer.record(KIND.media, 1, payload(1), facts)
    real.append = append.bind(outbox)
    await writer.record(KIND.media, 1, payload(2), facts)
    await writer.idle()
    expect(failures).toHaveLength(1)
    expect(appended().map((r) => [r.seq, r.kind])).toEqual([
      [0, KIND.media],
      [1, KIND.media],
      [2, KIND.gap],
    ])
    expect(new TextDecoder().decode((await outbox.read(2))?.payload)).toContain('storage_lost')
  })

  test('F-02 the open fragment of a killed recorder becomes a record of its whole blocks', async () => {
    const first = await boot()
    const epoch = first.writer.newEpoch()
    await first.writer.record(KIND.init, epoch, payload(1), facts)
    const cluster = sampleCluster()
    const base = { epoch, format: FORMAT.webmVp9, flags: 12, wall0: 5_000, mono0: 50 }
    first.writer.part(base, cluster.slice(0, 300))
    first.writer.part(base, cluster.slice(300, cluster.length - 5))
    await first.writer.idle()
    const again = await boot()
    await again.writer.salvage()
    const saved = await again.outbox.read(1)
    expect(again.appended()[0]).toMatchObject({ seq: 1, epoch, kind: KIND.media })
    expect(saved?.payload.length).toBeLessThan(cluster.length - 5)
    expect(saved?.payload).toEqual(cluster.slice(0, saved?.payload.length))
    // Once only.
    const third = await boot()
    await third.writer.salvage()
    expect(third.appended()).toEqual([])
  })

  test('ING-2 the first record links to the genesis', async () => {
    const { writer, outbox } = await boot()
    await writer.record(KIND.init, 1, payload(1), facts)
    expect(outbox.header(0)?.slice(80, 112)).toEqual(await genesis('s', 'cam', new Uint8Array(32)))
  })
})
