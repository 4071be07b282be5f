import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import {
  type Absence,
  absenceRule,
  absenceStands,
  absenceTotal,
  extend,
  isCoveredByAbsence,
} from './absence.ts'
import { under } from './samples.ts'

const t0 = instant('2026-06-01T09:00:00Z')
const at = (ms: number) => t0.add({ milliseconds: ms })
const MIN = 60_000
const away = (ms: number | null, declared = true, from = t0): Absence => ({
  declared,
  from,
  until: ms === null ? null : from.add({ milliseconds: ms }),
  extensions: [],
})
const rule001 = absenceRule(under('001'), null)
const rule004 = absenceRule(under('004'), null)

test('TR-08 R1-6.7b five minutes exactly are allowed, a millisecond more is a violation', () => {
  expect(absenceStands(away(5 * MIN), rule001, at(0))).toEqual({ is: 'within' })
  expect(absenceStands(away(5 * MIN + 1), rule001, at(0))).toEqual({
    is: 'violation',
    code: 'absence_over_limit',
  })
  expect(absenceStands(away(null), rule001, at(5 * MIN))).toEqual({ is: 'within' })
  expect(absenceStands(away(null), rule001, at(5 * MIN + 1))).toMatchObject({ is: 'violation' })
})

test('TR-08 a declared absence hushes the empty chair up to the limit, an undeclared one is a hint', () => {
  for (const code of ['left_camera_view', 'face_absent', 'absence_from_workplace'] as const) {
    expect(isCoveredByAbsence(code, at(5 * MIN), [away(null)], rule001), code).toBe(true)
    expect(isCoveredByAbsence(code, at(5 * MIN + 1), [away(null)], rule001), code).toBe(false)
    expect(isCoveredByAbsence(code, at(MIN), [away(null, false)], rule001), code).toBe(false)
  }
  expect(isCoveredByAbsence('outsider_in_frame', at(MIN), [away(null)], rule001)).toBe(false)
  expect(isCoveredByAbsence('face_absent', at(2 * MIN), [away(MIN)], rule001)).toBe(false)
  expect(absenceStands(away(MIN, false), rule001, at(0))).toEqual({ is: 'hint' })
})

test('TR-08 the limit is each absence’s own, the sum is shown', () => {
  const thrice = [0, 20, 40].map((m) => away(4 * MIN, true, at(m * MIN)))
  expect(thrice.map((one) => absenceStands(one, rule001, at(0)).is)).toEqual(['within', 'within', 'within'])
  expect(absenceTotal([...thrice, away(null, false, at(50 * MIN))], at(51 * MIN))).toEqual({
    declaredMs: 12 * MIN,
    undeclaredMs: MIN,
    times: 4,
  })
})

test('R1-6.7b «как правило»: the proctor gives more time with a reason, and only to who declared it', () => {
  const more = extend(away(null), 3, 'Плохо себя чувствует', at(4 * MIN))
  if (!more.ok) throw new Error(more.why)
  expect(absenceStands(more.absence, rule001, at(8 * MIN))).toEqual({ is: 'within' })
  expect(absenceStands(more.absence, rule001, at(8 * MIN + 1))).toMatchObject({ is: 'violation' })
  expect(extend(away(null), 3, ' ', at(0))).toEqual({ ok: false, why: 'no_reason' })
  expect(extend(away(null, false), 3, 'x', at(0))).toEqual({ ok: false, why: 'not_declared' })
  expect(extend(away(MIN), 3, 'x', at(0))).toEqual({ ok: false, why: 'already_back' })
  expect(extend(away(null), 0, 'x', at(0))).toEqual({ ok: false, why: 'not_longer' })
})

test('TR-08 003 and 004 have no allowance; permission № 8 of an exam gives one', () => {
  expect(absenceStands(away(1), rule004, at(0))).toEqual({ is: 'violation', code: 'left_camera_view' })
  expect(isCoveredByAbsence('face_absent', at(0), [away(null)], rule004)).toBe(false)
  expect(absenceRule(under('003'), null)).toEqual({ allowedMinutes: null, violationIf: 'any_leaving' })
  const permitted = absenceRule(under('004'), 10)
  expect(absenceStands(away(10 * MIN), permitted, at(0))).toEqual({ is: 'within' })
  expect(absenceStands(away(10 * MIN + 1), permitted, at(0))).toEqual({
    is: 'violation',
    code: 'left_camera_view',
  })
})
