import { expect, test } from 'vitest'
import { check, type Found, invariants, type StoredRow } from './checker.ts'
import { type History, history, type Operation, type Receipt } from './history.ts'

const op = (seq: number, bytes = `bytes ${seq}`): Operation => ({
  sid: 'ses_a',
  tid: 'cam',
  epoch: 0,
  seq,
  kind: 1,
  size: 100,
  sha256: bytes,
  head: `head of ${bytes}`,
})
const row = (seq: number): StoredRow => ({
  ...op(seq),
  n: seq,
  chain: `c${seq}`,
  srvMs: 1000 + seq,
  readBack: `bytes ${seq}`,
})
const receipt = (seq: number): Receipt => ({
  ...op(seq),
  n: seq,
  chain: `c${seq}`,
  srvMs: 1000 + seq,
  raw: `r${seq}`,
})

/** Three acknowledged, one unanswered and stored, one unanswered and absent, one refused. */
function run(): { events: History; found: Found } {
  const events = history()
  for (const seq of [0, 1, 2]) events.ok(1, events.invoke(0, op(seq)), receipt(seq))
  events.info(2, events.invoke(2, op(3)), 'reset')
  events.info(2, events.invoke(2, op(4)), 'reset')
  events.fail(2, events.invoke(2, op(5)), 'checksum')
  return {
    events,
    found: {
      rows: [0, 1, 2, 3].map(row),
      evidence: [],
      states: { moves: [{ sid: 'ses_a', from: 'a', to: 'b' }], allowed: [['a', 'b']] },
      outbox: { committed: ['e1', 'e2'], effects: ['e2', 'e1'] },
      served: { journal: [{ what: 's1', order: 1 }], bytes: [{ what: 's1', order: 2 }] },
      quota: [{ sid: 'ses_a', accepted: 400, allowed: 400 }],
    },
  }
}

test('R-1 an honest run has no violation', () => {
  const { events, found } = run()
  expect(check(events.events, found)).toEqual([])
})

type Plant = readonly [number, string, (found: Found, events: History) => Found]
const rows = (change: (rows: StoredRow[]) => StoredRow[]) => (found: Found) => ({
  ...found,
  rows: change([...found.rows]),
})
const edit = (seq: number, change: Partial<StoredRow>) =>
  rows((all) => all.map((one) => (one.seq === seq ? { ...one, ...change } : one)))

const plants: readonly Plant[] = [
  [1, 'an acknowledged record is gone', rows((all) => all.filter(({ seq }) => seq !== 2))],
  [1, 'its bytes are another', edit(1, { readBack: 'rot' })],
  [1, 'its bytes can not be read', edit(1, { readBack: null })],
  [1, 'it is stored twice', rows((all) => [...all, { ...row(1), n: 4 }])],
  [1, 'its receipt names another place', edit(1, { chain: 'other' })],
  [2, 'a record nobody sent', rows((all) => [...all, { ...row(9), n: 4 }])],
  [2, 'a header nobody sent', edit(3, { head: 'forged' })],
  [3, 'two contents at one place', rows((all) => [...all, { ...row(3), epoch: 1, head: 'x', n: 4 }])],
  [
    3,
    'a retry got another receipt',
    (found, events) => {
      events.ok(9, events.invoke(9, op(1)), { ...receipt(1), raw: 'resigned' })
      return found
    },
  ],
  [4, 'a broken chain', (found) => ({ ...found, evidence: ['chain breaks at 3'] })],
  [5, 'a hole in n', edit(3, { n: 4 })],
  [5, 'srv_ms goes back', edit(3, { srvMs: 1 })],
  [
    6,
    'a forbidden move',
    (f) => ({ ...f, states: { moves: [{ sid: 's', from: 'b', to: 'a' }], allowed: [['a', 'b']] } }),
  ],
  [7, 'an effect twice', (f) => ({ ...f, outbox: { committed: ['e1'], effects: ['e1', 'e1'] } })],
  [7, 'an effect lost', (f) => ({ ...f, outbox: { committed: ['e1'], effects: [] } })],
  [7, 'an effect of nothing', (f) => ({ ...f, outbox: { committed: [], effects: ['e1'] } })],
  [
    8,
    'bytes before their journal row',
    (f) => ({ ...f, served: { journal: [{ what: 's', order: 3 }], bytes: [{ what: 's', order: 2 }] } }),
  ],
  [9, 'a quota exceeded', (f) => ({ ...f, quota: [{ sid: 's', accepted: 2, allowed: 1 }] })],
  [10, 'an unanswered one is half there', edit(3, { readBack: null })],
  [10, 'a refused one is there', rows((all) => [...all, { ...row(5), n: 4 }])],
]

for (const [invariant, what, plant] of plants)
  test(`R-1 the checker finds a planted violation of invariant ${invariant}: ${what}`, () => {
    const { events, found } = run()
    const planted = plant(found, events)
    expect(check(events.events, planted).map((one) => one.invariant)).toContain(invariant)
  })

test('R-1 every invariant has a planted violation', () => {
  expect(new Set(plants.map(([invariant]) => String(invariant)))).toEqual(new Set(Object.keys(invariants)))
})
