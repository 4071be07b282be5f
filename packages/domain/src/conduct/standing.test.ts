import { expect, test } from 'vitest'
import type { PolicyKey } from '../policy/schema.ts'
import type { Value } from '../policy/parameter.ts'
import { instant } from '../time.ts'
import { under } from '../wall/samples.ts'
import type { ConductEntry, ConductParty, Logged } from './entry.ts'
import { refuseConduct } from './refuse.ts'
import { actionsOf, type ConductRules, leavingRule, scanSeconds } from './rules.ts'
import { owedMs, standing } from './standing.ts'

const began = instant('2026-05-20T07:00:00Z')
const at = (seconds: number) => began.add({ seconds })
const rules = (
  act: '000' | '001' | '003' | '004',
  decided: Partial<Record<PolicyKey, Value>> = {},
): ConductRules => ({
  act,
  policy: under(act, decided),
  permissions: { switchedOff: [], switches: {} },
})
const said = (seq: number, seconds: number, party: ConductParty, entry: ConductEntry): Logged => ({
  seq,
  at: at(seconds),
  party,
  entry,
})
const stands = (log: readonly Logged[], of: ConductRules, seconds: number) =>
  standing(log, of, 45, at(seconds))
const why = (
  entry: ConductEntry,
  party: ConductParty,
  log: readonly Logged[],
  of: ConductRules,
  seconds = 60,
) => refuseConduct(entry, party, { authorizedAt: began, deauthorizedAt: null, log }, of, at(seconds))

const scan = { kind: 'scan', reason: 'Шум', answerUntil: at(60).toString() } as const
const left = { kind: 'left' } as const
const pause = { kind: 'pause', cause: 'failure', reason: 'Нет света' } as const

test('TR-46 an act that gives no look around, no leaving and no stop is not asked for them', () => {
  expect(why(scan, 'proctor', [], rules('000'))).toBe('not_under_this_act')
  expect(why(scan, 'proctor', [], rules('004'))).toBeNull()
  expect(why(left, 'examinee', [], rules('003'))).toBe('leaving_forbidden')
  expect(why(left, 'examinee', [], rules('001'))).toBeNull()
  expect(actionsOf(rules('003')).stopAfter).toBeNull()
  expect(actionsOf({ ...rules('003'), act: null })).toMatchObject({ stopAfter: 0, scanOnDemand: true })
})

test('R1-5.2d one look around at a time; what the act does not say of its term is what its editor proposes', () => {
  expect(why(scan, 'proctor', [said(1, 0, 'proctor', scan)], rules('004'), 30)).toBe('already_asked')
  expect(why(scan, 'proctor', [said(1, 0, 'proctor', scan)], rules('004'), 60)).toBeNull()
  expect(scanSeconds(rules('004'))).toBe(60)
  expect(scanSeconds(rules('004', { 'room_scan.response_timeout_s': 90 }))).toBe(90)
})

test('TR-39 nobody but a proctor finds a refusal, with a reason, and what was answered stays so', () => {
  const log = [said(1, 0, 'proctor', scan)]
  const refused = { kind: 'scan_end', of: 1, is: 'refused', reason: '' } as const
  expect(why(refused, 'examinee', log, rules('004'))).toBe('only_a_person')
  expect(why(refused, 'proctor', log, rules('004'))).toBe('no_reason')
  expect(why({ ...refused, reason: 'Отказался' }, 'proctor', log, rules('004'))).toBeNull()
  const done = [...log, said(2, 30, 'examinee', { kind: 'scan_end', of: 1, is: 'done', reason: '' })]
  expect(why({ ...refused, reason: 'Отказался' }, 'proctor', done, rules('004'))).toBe('already_answered')
})

test('TR-08 five minutes exactly are within five; a second more proposes the mark, and setting it settles it', () => {
  const log = [said(1, 0, 'examinee', left)]
  expect(stands(log, rules('001'), 300)).toMatchObject({ absence: { over: false }, proposals: [] })
  expect(stands(log, rules('001'), 301)).toMatchObject({
    absence: { over: true },
    proposals: [{ code: 'absence_over_limit', of: 1 }],
    violations: 0,
  })
  const mark = {
    kind: 'mark',
    code: 'absence_over_limit',
    from: at(0).toString(),
    to: at(301).toString(),
    note: '',
    because: 1,
  } as const
  expect(stands([...log, said(2, 302, 'proctor', mark)], rules('001'), 303)).toMatchObject({
    proposals: [],
    violations: 1,
  })
})

test('004 App. 2 № 8 without a limit of its own lasts as long as it lasts', () => {
  const free: ConductRules = {
    ...rules('004'),
    permissions: { switchedOff: [], switches: { allow_leaving_room: { limitSeconds: null } } },
  }
  expect(leavingRule(free).allowedMinutes).toBe(Number.POSITIVE_INFINITY)
  expect(stands([said(1, 0, 'examinee', left)], free, 7_200)).toMatchObject({
    absence: { over: false, mayUntil: null },
  })
})

test('TR-20 time comes back as far as the act’s limit reaches, once, and never less than was given', () => {
  const open = [said(1, 0, 'proctor', pause)]
  expect(owedMs(open, rules('004'), 45, at(600))).toBe(600_000)
  expect(owedMs(open, rules('004'), 45, at(3_600))).toBe(900_000)
  expect(owedMs(open, rules('001'), 45, at(7_200)), 'no limit in the act: no more than the exam itself').toBe(
    45 * 60_000,
  )
  const ended = [
    ...open,
    said(2, 600, 'proctor', { kind: 'resume', of: 1 }),
    said(3, 600, 'system', { kind: 'given', of: 1, ms: 600_000 }),
  ]
  expect(owedMs(ended, rules('004'), 45, at(900))).toBe(0)
  const found = { kind: 'fault', of: 1, fault: 'examinee', reason: 'Сам выключил' } as const
  expect(owedMs([...ended, said(4, 700, 'proctor', found)], rules('004'), 45, at(900))).toBe(0)
  expect(owedMs([...open, said(2, 60, 'proctor', found)], rules('004'), 45, at(600))).toBe(0)
})

test('R4-7.5a a warning is counted as given when every medium of the act has arrived', () => {
  const warning = { kind: 'warning', text: 'Тише', reason: 'Шум', media: ['text', 'audio'] } as const
  const log = [
    said(1, 0, 'proctor', warning),
    said(2, 1, 'examinee', { kind: 'reached', of: 1, medium: 'text' }),
  ]
  expect(stands(log, rules('004'), 5).warnings).toEqual({ given: 0, sent: 1 })
  const heard = said(3, 2, 'examinee', { kind: 'reached', of: 1, medium: 'audio' })
  expect(stands([...log, heard], rules('004'), 5).warnings).toEqual({ given: 1, sent: 1 })
})

test('R3-4.2.6.1 R4-6.1d an instruction found ignored proposes its mark, and only what was shown can be ignored', () => {
  const given = said(1, 0, 'proctor', { kind: 'instruction', text: 'Сядьте ближе', reason: 'Не видно' })
  const ignored = { kind: 'ignored', of: 1, reason: 'Не сел' } as const
  expect(why(ignored, 'proctor', [given], rules('004'))).toBe('not_shown_yet')
  const shown = [given, said(2, 1, 'examinee', { kind: 'reached', of: 1, medium: 'text' })]
  expect(why(ignored, 'proctor', shown, rules('004'))).toBeNull()
  const found = [...shown, said(3, 30, 'proctor', ignored)]
  expect(why(ignored, 'proctor', found, rules('004'))).toBe('already_answered')
  expect(stands(found, rules('004'), 31).proposals).toMatchObject([
    { code: 'proctor_instructions_ignored', of: 1 },
  ])
  const dismissed = said(4, 40, 'proctor', { kind: 'dismissed', of: 1, reason: 'Микрофон не работал' })
  expect(stands([...found, dismissed], rules('004'), 41).proposals).toEqual([])
})

test('an open offer, absence or pause ends once and is not begun twice', () => {
  const log = [
    said(1, 0, 'proctor', { kind: 'offer', to: 'acc_b', reason: 'Смена' }),
    said(2, 1, 'examinee', left),
    said(3, 2, 'proctor', pause),
  ]
  for (const [entry, party] of [
    [{ kind: 'offer', to: 'acc_c', reason: 'Ещё' }, 'proctor'],
    [left, 'examinee'],
    [pause, 'proctor'],
  ] as const)
    expect(why(entry, party, log, rules('001')), entry.kind).toBe('already_asked')
  expect(why({ kind: 'resume', of: 2 }, 'proctor', log, rules('001'))).toBe('nothing_to_answer')
  expect(why({ kind: 'back', of: 2 }, 'examinee', log, rules('001'))).toBeNull()
  expect(stands(log, rules('001'), 10).offer).toMatchObject({ seq: 1, to: 'acc_b' })
})
