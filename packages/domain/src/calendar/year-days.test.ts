import { expect, test } from 'vitest'
import { Temporal } from '../time.ts'
import { yearByLaw } from './holidays.ts'
import { russianYears } from './russian-years.ts'
import { calendarOf, daysOf, withAddedYears } from './year-days.ts'
import { addWorkingDays, workingDay } from './working-days.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const built = (year: number) => {
  const found = russianYears.find((one) => one.year === year)
  if (!found) throw new Error('not built in')
  return found
}

test('TR-14 the law alone gives the days off that 2027 is built in with', () =>
  expect(yearByLaw(2027)).toEqual(built(2027)))

test('TR-14 a holiday on a weekend moves to the next working day, two in a row to two days', () => {
  // In 2028 the first of January is a Saturday, in 2033 the first of May is a Sunday.
  expect(yearByLaw(2028).daysOff).toEqual([
    '2028-01-03',
    '2028-01-04',
    '2028-01-05',
    '2028-01-06',
    '2028-01-07',
    '2028-02-23',
    '2028-03-08',
    '2028-05-01',
    '2028-05-09',
    '2028-06-12',
    '2028-11-06',
  ])
  expect(yearByLaw(2033).daysOff).toContain('2033-05-02')
})

// The shortened days of the published production calendars.
for (const [year, short] of [
  [2024, ['2024-02-22', '2024-03-07', '2024-05-08', '2024-06-11', '2024-11-02']],
  [2025, ['2025-03-07', '2025-04-30', '2025-06-11', '2025-11-01']],
  [2026, ['2026-04-30', '2026-05-08', '2026-06-11', '2026-11-03']],
] as const)
  test(`the production calendar of ${year} shortens ${short.length} days`, () =>
    expect(
      daysOf(built(year), [])
        .filter(({ kind }) => kind === 'short')
        .map(({ date }) => date.toString()),
    ).toEqual(short))

test('TR-14 a day the institution changed is counted its way, and stands beside what the state says', () => {
  const changes = [
    { date: day('2026-11-23'), kind: 'off', reason: 'Указ губернатора' },
    { date: day('2026-11-21'), kind: 'short', reason: 'Указ губернатора' },
  ] as const
  const calendar = calendarOf(russianYears, changes)
  expect(addWorkingDays(calendar, day('2026-11-20'), 1)?.toString()).toBe('2026-11-21')
  expect(addWorkingDays(calendar, day('2026-11-21'), 1)?.toString()).toBe('2026-11-24')
  const days = daysOf(built(2026), changes).filter(({ kind, byState }) => kind !== byState)
  expect(days.map(({ date, kind, byState }) => [date.toString(), kind, byState])).toEqual([
    ['2026-11-21', 'short', 'off'],
    ['2026-11-23', 'off', 'working'],
  ])
})

test('TR-14 TR-65 an added year is counted by the law until the state publishes its own', () => {
  expect(addWorkingDays(withAddedYears(russianYears, []), day('2027-12-31'), 1)).toBeNull()
  const added = withAddedYears(russianYears, [2026, 2028])
  expect(addWorkingDays(added, day('2027-12-31'), 1)?.toString()).toBe('2028-01-10')
  // 9 January 2026 is off by the Government's act alone: the built-in year is the better one.
  expect(workingDay(added, day('2026-01-09'))).toEqual({ known: true, working: false })
  expect(calendarOf(russianYears, [{ date: day('2031-01-09'), kind: 'off', reason: 'x' }])).toEqual(
    russianYears,
  )
})
