import { expect, test } from 'vitest'
import { instant, Temporal } from '../time.ts'
import { academicYear, academicYearName, periodOf } from './academic.ts'
import {
  absenceIsOverLimit,
  destroyAfter,
  gazeAwayCounts,
  isInTimeBefore,
  outageUnlocksPostponing,
  withinDaysFrom,
} from './deadlines.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const at = (time: string) => instant(`2026-05-01T${time}Z`)

for (const [rule, submitted, inTime] of [
  ['R3-1.5c TR-12 an application on the seventh day before the period is in time', '2026-06-01', true],
  ['R3-1.5c an application on the sixth day before the period is late', '2026-06-02', false],
] as const)
  test(rule, () => expect(isInTimeBefore(day(submitted), day('2026-06-08'), 7)).toBe(inTime))

for (const [rule, until, over] of [
  ['TR-08 R1-6.7b five minutes of absence are allowed', '10:05:00', false],
  ['TR-08 R1-A1.24 a millisecond more than five minutes is a violation', '10:05:00.001', true],
] as const)
  test(rule, () => expect(absenceIsOverLimit(at('10:00:00'), at(until), 5)).toBe(over))

for (const [rule, until, unlocks] of [
  ['R4-5.12a fifteen minutes of outage let the teacher postpone', '10:15:00', true],
  ['R4-5.12a fourteen minutes and 59 seconds do not', '10:14:59.999', false],
] as const)
  test(rule, () => expect(outageUnlocksPostponing(at('10:00:00'), at(until), 15)).toBe(unlocks))

for (const [rule, until, counts] of [
  ['TR-19 R4-A4.14b a look away of thirty seconds counts', '10:00:30', true],
  ['TR-19 a look away of less than thirty seconds does not', '10:00:29.999', false],
] as const)
  test(rule, () => expect(gazeAwayCounts(at('10:00:00'), at(until), 30)).toBe(counts))

for (const [rule, recorded, months, due] of [
  ['R1-9.3 twelve months after the recording', '2026-05-12', 12, '2027-05-12'],
  ['R1-9.3 the 29th of February ends on the 28th', '2024-02-29', 12, '2025-02-28'],
] as const)
  test(rule, () => expect(destroyAfter(day(recorded), months).toString()).toBe(due))

for (const [rule, date, within] of [
  ['R2-16c the 28th day of the academic year is within four weeks', '2026-09-28', true],
  ['R2-16c the 29th day is overdue', '2026-09-29', false],
] as const)
  test(rule, () => expect(withinDaysFrom(day('2026-09-01'), 28, day(date))).toBe(within))

for (const [date, name] of [
  ['2026-08-31', '2025/26'],
  ['2026-09-01', '2026/27'],
] as const)
  test(`R0-6.3a ${date} belongs to the academic year ${name}`, () =>
    expect(academicYearName(academicYear(day(date), { month: 9, day: 1 }))).toBe(name))

test('TR-12 a branch with its own assessment period is counted from its own', () => {
  const common = { programme: '09.02.07', branch: null, from: day('2026-06-08'), to: day('2026-06-28') }
  const branch = { ...common, branch: 'Смоленск', from: day('2026-06-15') }
  expect(periodOf([common, branch], '09.02.07', 'Смоленск', day('2026-06-20'))).toBe(branch)
  expect(periodOf([common, branch], '09.02.07', 'Орёл', day('2026-06-20'))).toBe(common)
  expect(periodOf([common, branch], '09.02.07', 'Орёл', day('2026-07-20'))).toBeNull()
})
