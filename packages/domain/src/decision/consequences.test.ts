// What the clauses attach to single violations, in the words of each act (TR-42).
import { expect, test } from 'vitest'
import type { ListingAct } from '../incident/violation.ts'
import { coverage } from '../recording/coverage.ts'
import { instant } from '../time.ts'
import { defaultDecisionPolicy, type Finding, type Findings, openQuestions } from './findings.ts'
import { registerImpersonation } from './impersonation.ts'
import { attemptOf, recommendations } from './recommend.ts'
import { confirmRecording } from './recording-exists.ts'
import { answerRoomScan, markOfRoomScan, type RoomScan, roomScanStands } from './room-scan.ts'
import { resultValues } from './values.ts'

const clean: Findings = {
  act: '004',
  marks: [],
  switchedOff: [],
  stoppedForViolations: false,
  recordingRequired: true,
  recordingConfirmed: true,
  started: true,
  finalAttestation: false,
  failure: null,
}
const found = (act: ListingAct, mark: Finding, over: Partial<Findings> = {}) =>
  recommendations({ ...clean, act, marks: [mark], ...over }, defaultDecisionPolicy)
const words = (act: ListingAct, mark: Finding) =>
  found(act, mark)
    .filter(({ rule }) => rule === 'own_sanction')
    .map(({ value, clause }) => [value && resultValues[value], clause])
const once = (code: Finding['code']): Finding => ({ code, occurrences: 1 })

for (const [id, act, code, result, clause] of [
  ['R1-6.1c', '001', 'impersonation_confirmed', 'не аттестован', '6.1'],
  ['R3-6.2b', '003', 'impersonation_confirmed', 'результат аннулируется', '6.2'],
  ['R4-8.1b', '004', 'impersonation_confirmed', 'не аттестован', '8.1'],
  ['R1-6.5a', '001', 'microphone_disabled', 'отрицательная оценка', '6.5'],
  ['R3-6.7.1', '003', 'microphone_disabled', 'отрицательная оценка', '6.7.1'],
  ['R4-8.6.1 TR-05', '004', 'microphone_disabled', 'отрицательная оценка', '8.6.1'],
  ['R1-6.5m', '001', 'room_scan_refused', 'результат аннулируется', '6.5, r16'],
  ['R3-6.7.8b', '003', 'room_scan_refused', 'результат аннулируется', '6.7.8'],
  ['R4-8.6.8b', '004', 'room_scan_refused', 'результат аннулируется', '8.6.8'],
] as const)
  test(`${id} ${code} is «${result}» under ${act}`, () =>
    expect(words(act, once(code))).toEqual([[result, clause]]))

for (const [id, act, clause] of [
  ['R1-6.3a', '001', '6.3, r7'],
  ['R3-6.5a', '003', '6.5'],
  ['R4-8.4a', '004', '8.4'],
] as const)
  test(`${id} equipment below the minimum annuls the attempt, negatively, only if it made passing impossible`, () => {
    const mark = once('equipment_below_minimum')
    expect(words(act, { ...mark, conditionMet: true })).toEqual([['попытка аннулируется', clause]])
    expect(found(act, { ...mark, conditionMet: true }).map(({ value }) => value)).toContain('negative')
    expect(found(act, { ...mark, conditionMet: false }).map(({ value }) => value)).not.toContain(
      'attempt_annulled',
    )
    expect(found(act, { ...mark, conditionMet: false }).map(({ value }) => value)).not.toContain('negative')
    // Not answered yet: nothing is recommended on it, and a person is asked.
    expect(found(act, mark).map(({ rule }) => rule)).not.toContain('own_sanction')
    expect(openQuestions({ ...clean, act, marks: [mark] })).toEqual([
      { code: 'equipment_below_minimum', ask: 'made_passing_impossible' },
    ])
  })

test('R1-6.5g a recording without the face counts as absent only where a person found it the examinee’s fault', () => {
  const mark = once('face_fully_absent_recording_void')
  const noRecording = (conditionMet?: boolean) =>
    found('001', conditionMet === undefined ? mark : { ...mark, conditionMet }).find(
      ({ rule }) => rule === 'no_recording',
    )
  expect(noRecording(true)).toMatchObject({ value: 'non_attestation', because: [mark.code] })
  expect(noRecording(false)).toBeUndefined()
  expect(noRecording()).toBeUndefined()
  const asked = openQuestions({ ...clean, act: '001', marks: [mark] })
  expect(asked).toEqual([{ code: mark.code, ask: 'by_fault_of_examinee' }])
})

const window = { from: 0, to: 60_000 }
const confirm = (to: number, hash: string | null = 'a1b2') =>
  confirmRecording(hash, window, coverage(window, [{ from: 0, to }]), 90)

test('R1-6.5h a session gets a confirmation of its recording: hash, length, share of the window', () => {
  expect(confirm(54_000)).toEqual({ exists: true, hash: 'a1b2', durationMs: 54_000, coveragePercent: 90 })
  expect(confirm(59_999)).toMatchObject({ coveragePercent: 99 })
})

for (const [what, given, why] of [
  ['nothing recorded', confirm(0), 'no_recording'],
  ['a recording that was not sealed', confirm(60_000, null), 'not_sealed'],
  ['a share below the sufficient one', confirm(53_999), 'too_little'],
] as const)
  test(`R1-6.5h ${what} is no confirmed fact: «неаттестация»`, () => {
    expect(given).toEqual({ exists: false, why })
    const told = recommendations(
      { ...clean, act: '001', recordingConfirmed: given.exists },
      defaultDecisionPolicy,
    )
    expect(told.map(({ value }) => value && resultValues[value])).toEqual(['неаттестация'])
  })

const now = instant('2026-05-25T10:00:00Z')
const scan: RoomScan = {
  askedAt: now,
  askedBy: 'proctor',
  answerUntil: now.add({ seconds: 60 }),
  outcome: null,
}

test('R1-6.5m R4-8.6.8b TR-39 a demand nobody answered is not a refusal; refusal is said by a person', () => {
  const after = now.add({ seconds: 60 })
  expect(roomScanStands(scan, after.subtract({ milliseconds: 1 }))).toBe('waiting')
  expect(roomScanStands(scan, after)).toBe('not_done')
  expect(markOfRoomScan(scan, after)).toBeNull()
  for (const by of ['system', 'examinee'] as const)
    expect(answerRoomScan(scan, { is: 'refused', by, at: after })).toEqual({
      ok: false,
      why: 'only_a_person',
    })
  const refused = answerRoomScan(scan, { is: 'refused', by: 'proctor', at: after })
  expect(refused.ok && markOfRoomScan(refused.scan, after)).toBe('room_scan_refused')
})

for (const is of ['done', 'technical'] as const)
  test(`R1-6.5m a demand that ended «${is}» leads to no mark and is not answered twice`, () => {
    const answered = answerRoomScan(scan, { is, by: 'system', at: now })
    if (!answered.ok) throw new Error(answered.why)
    expect(markOfRoomScan(answered.scan, now)).toBeNull()
    expect(answerRoomScan(answered.scan, { is: 'refused', by: 'proctor', at: now })).toEqual({
      ok: false,
      why: 'already_answered',
    })
  })

const source = { title: 'Служебная записка', on: '2026-06-01' }

for (const [id, state, reopens] of [
  ['R1-6.1b R4-8.1b during the exam', 'pending', false],
  ['R1-6.1b R4-8.1b with rules shown and nothing decided', 'recommended', false],
  ['R1-6.1b R4-8.1b TR-41 after a decision', 'decided', true],
  ['R1-6.1b R4-8.1b R3-6.2b TR-41 after the result was published', 'published', true],
  ['R1-6.1b TR-41 after an appeal was dismissed', 'upheld', true],
  ['R1-6.1b TR-41 when the result is final', 'final', true],
] as const)
  test(`${id} staff with a source document register impersonation`, () => {
    expect(registerImpersonation({ by: 'office', source, at: now }, state)).toEqual({
      ok: true,
      code: 'impersonation_confirmed',
      reopens,
    })
    expect(registerImpersonation({ by: 'office', source: null, at: now }, state)).toEqual({
      ok: false,
      why: 'no_source_document',
    })
    for (const by of ['examinee', 'system'] as const)
      expect(registerImpersonation({ by, source, at: now }, state)).toEqual({ ok: false, why: 'not_staff' })
  })

const failure = { couldContinue: false, fault: 'network' } as const

test('R4-4.7 TR-20 a technical failure is no negative result: the attempt says so and another one is recommended', () => {
  const failed = { ...clean, recordingConfirmed: false, failure }
  expect(attemptOf(failed)).toBe('technical_failure')
  expect(
    recommendations(failed, defaultDecisionPolicy).map(({ rule, value, clause }) => [rule, value, clause]),
  ).toEqual([['technical_failure', 'retake', '4.7']])
})

for (const [what, given, attempt] of [
  ['one that let the exam go on', { couldContinue: true, fault: 'network' }, 'taken'],
  ['one the examinee answers for', { couldContinue: false, fault: 'examinee' }, 'taken'],
] as const)
  test(`R4-4.7 TR-20 ${what} makes no retake`, () => {
    expect(attemptOf({ ...clean, failure: given })).toBe(attempt)
    expect(recommendations({ ...clean, failure: given }, defaultDecisionPolicy)).toEqual([])
  })

test('R4-8.6.6 TR-15 where no recording was required its absence is nobody’s violation', () => {
  const none = { ...clean, recordingRequired: false, recordingConfirmed: false }
  expect(recommendations(none, defaultDecisionPolicy)).toEqual([])
})
