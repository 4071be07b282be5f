import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerRoomScan, markOfRoomScan, type RoomScan, roomScanStands } from '../decision/room-scan.ts'
import { type Attempt, created } from '../lifecycle/attempt.ts'
import { instant } from '../time.ts'
import { under } from './samples.ts'
import { askForScan, fragmentOf } from './scan.ts'
import { isScanDue, scanSchedule } from './scan-schedule.ts'

const t0 = instant('2026-06-01T09:00:00Z')
const at = (s: number) => t0.add({ seconds: s })
const decided = { 'room_scan.random_count_per_session': 3, 'room_scan.response_timeout_s': 60 }
const acts = ['001', '003', '004'] as const
const running: Attempt = { ...created, state: 'in_progress', authorizedAt: t0, startedAt: at(60) }
const seedOf = (n: number) => new Uint8Array(16).map((_, i) => (n * 31 + i * 7 + (n >> 8)) & 255)
const session = { from: t0, lengthMinutes: 100 }
const ask = (
  by: 'system' | 'proctor',
  attempt = running,
  mode: 'sync' | 'async' = 'sync',
  reason = 'Шум',
) => {
  const made = askForScan({ by, reason }, attempt, mode, under('004', decided), at(600))
  return made.ok ? made.asked : made.why
}
const asked = (): RoomScan => {
  const made = ask('proctor')
  if (typeof made === 'string') throw new Error(made)
  return made.scan
}

test('TR-39 as many random moments as the policy says, each between 10 and 90 % of the session', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 1, max: 300 }),
      (seed, count, lengthMinutes) => {
        const policy = under('004', { 'room_scan.random_count_per_session': count })
        const moments = scanSchedule(policy, { from: t0, lengthMinutes }, seed) ?? []
        const after = moments.map((m) => m.epochMilliseconds - t0.epochMilliseconds)
        expect(after).toHaveLength(count)
        expect(after).toEqual(after.toSorted((a, b) => a - b))
        const lengthMs = lengthMinutes * 60_000
        for (const ms of after) {
          expect(ms).toBeGreaterThanOrEqual(Math.floor(lengthMs * 0.1))
          expect(ms).toBeLessThan(lengthMs * 0.9)
        }
      },
    ),
    { numRuns: 50 },
  )
})

test('R1-5.2d R3-5.2.4 R4-7.3.4 the moments lie evenly: each tenth of the middle gets its share, and every session its own', () => {
  const policy = under('004', { 'room_scan.random_count_per_session': 1 })
  const tenths = new Array<number>(8).fill(0)
  const random = fc.sample(fc.uint8Array({ minLength: 16, maxLength: 16 }), { numRuns: 4000, seed: 5 })
  const seen = new Set<number>()
  for (const seed of random) {
    const ms = Number(scanSchedule(policy, session, seed)?.[0]?.epochMilliseconds) - t0.epochMilliseconds
    seen.add(ms)
    const tenth = Math.floor(ms / 600_000) - 1
    tenths[tenth] = Number(tenths[tenth]) + 1
  }
  // 500 are expected in each; six standard deviations are 125.
  for (const many of tenths) expect(Math.abs(many - 500)).toBeLessThan(125)
  expect(seen.size).toBeGreaterThan(3800)
})

test('TR-47 the schedule follows from the seed alone, so it can be checked afterwards', () => {
  const policy = under('004', decided)
  expect(scanSchedule(policy, session, seedOf(1))).toEqual(scanSchedule(policy, session, seedOf(1)))
  expect(scanSchedule(policy, session, seedOf(1))).not.toEqual(scanSchedule(policy, session, seedOf(2)))
  expect(() => scanSchedule(policy, session, new Uint8Array(15))).toThrow()
})

test('an act that asks for no random look around has none; a count that nobody set is not guessed', () => {
  expect(scanSchedule(under('000'), session, seedOf(1))).toEqual([])
  expect(scanSchedule(under('004'), session, seedOf(1))).toBeNull()
})

test('a scan is due at its moment exactly, one at a time, and no more than were drawn', () => {
  const schedule = [at(10), at(12)]
  expect(isScanDue(schedule, 0, false, at(10).subtract({ milliseconds: 1 }))).toBe(false)
  expect(isScanDue(schedule, 0, false, at(10))).toBe(true)
  expect(isScanDue(schedule, 1, true, at(13))).toBe(false)
  expect(isScanDue(schedule, 1, false, at(13))).toBe(true)
  expect(isScanDue(schedule, 2, false, at(99))).toBe(false)
})

test('R1-5.2d R3-5.2.4 R4-7.3.4 fact, time, reason, recorded fragment and result stay on the record', () => {
  const made = ask('proctor')
  if (typeof made === 'string') throw new Error(made)
  expect(made).toMatchObject({ reason: 'Шум', scan: { askedBy: 'proctor', askedAt: at(600) } })
  const answered = answerRoomScan(made.scan, { is: 'done', by: 'examinee', at: at(625) })
  if (!answered.ok) throw new Error(answered.why)
  const span = fragmentOf({ ...made, scan: answered.scan })
  expect([span.to - span.from, roomScanStands(answered.scan, at(700))]).toEqual([25_000, 'done'])
  expect(fragmentOf(made).to).toBe(at(660).epochMilliseconds)
})

test('R3-4.2.6.2 R4-6.3.6b live, a proctor may ask at any moment of the control window, and in no other', () => {
  for (const state of [
    'authorized',
    'in_progress',
    'permitted_absence',
    'paused_technical',
    'submitted',
  ] as const)
    expect(typeof ask('proctor', { ...running, state }), state).toBe('object')
  expect(ask('proctor', created)).toBe('outside_control_window')
  expect(ask('proctor', { ...running, state: 'deauthorized', endedAt: at(600) })).toBe(
    'outside_control_window',
  )
})

test('TR-39 without a proctor only the system asks, and it asks under every act that orders it', () => {
  expect(ask('proctor', running, 'async')).toBe('nobody_watches')
  for (const act of acts) {
    const by = askForScan({ by: 'system', reason: '' }, running, 'async', under(act, decided), at(600))
    expect(by, act).toMatchObject({ ok: true, asked: { reason: '', scan: { askedBy: 'system' } } })
  }
})

test('TR-47 a proctor’s scan needs a reason and is asked now: there is no moment to choose', () => {
  expect(ask('proctor', running, 'sync', ' ')).toBe('no_reason')
  expect(asked().askedAt).toEqual(at(600))
})

test('TR-39 no answer is «не выполнено» and leads to no mark; only a person says «отказ»', () => {
  expect(roomScanStands(asked(), at(659))).toBe('waiting')
  expect(roomScanStands(asked(), at(660))).toBe('not_done')
  expect(markOfRoomScan(asked(), at(9999))).toBeNull()
  for (const by of ['system', 'examinee'] as const)
    expect(answerRoomScan(asked(), { is: 'refused', by, at: at(610) })).toEqual({
      ok: false,
      why: 'only_a_person',
    })
  const refused = answerRoomScan(asked(), { is: 'refused', by: 'proctor', at: at(610) })
  if (!refused.ok) throw new Error(refused.why)
  expect(markOfRoomScan(refused.scan, at(611))).toBe('room_scan_refused')
  const broken = answerRoomScan(asked(), { is: 'technical', by: 'system', at: at(610) })
  if (!broken.ok) throw new Error(broken.why)
  expect(markOfRoomScan(broken.scan, at(9999))).toBeNull()
})
