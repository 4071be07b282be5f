import { expect, test } from 'vitest'
import { Temporal } from '../time.ts'
import { periodFaults } from './academic.ts'
import { faultsOf, withMovedDay, withYears } from './edit.ts'
import { russianYears } from './russian-years.ts'
import { addWorkingDays, workingDay } from './working-days.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const own = { year: 2028, source: 'Постановление', provisional: false, daysOff: [], workedWeekends: [] }

for (const { year } of russianYears)
  test(`TR-14 the built-in year ${year} is without fault`, () => {
    const built = russianYears.find((each) => each.year === year)
    expect(built && faultsOf(built)).toEqual([])
  })

for (const [what, change, fault] of [
  ['without a source', { source: ' ' }, { why: 'no_source' }],
  ['with a day there is not', { daysOff: ['2028-02-30'] }, { why: 'no_date', date: '2028-02-30' }],
  ['with a day of another year', { daysOff: ['2027-05-03'] }, { why: 'other_year', date: '2027-05-03' }],
  ['with a day named twice', { daysOff: ['2028-05-01', '2028-05-01'] }, { why: 'twice', date: '2028-05-01' }],
  ['with a Saturday off', { daysOff: ['2028-01-01'] }, { why: 'weekend_is_off_anyway', date: '2028-01-01' }],
  [
    'with a Monday worked',
    { workedWeekends: ['2028-01-03'] },
    { why: 'weekday_is_worked_anyway', date: '2028-01-03' },
  ],
] as const)
  test(`TR-14 a year ${what} is not taken, and the line is named`, () =>
    expect(faultsOf({ ...own, ...change })).toEqual([fault]))

test('TR-14 a year the administrator enters stands for the built-in one, a new year is added', () => {
  const calendar = withYears(russianYears, [
    { ...own, year: 2027, daysOff: ['2027-05-04'] },
    { ...own, daysOff: ['2028-01-03'] },
  ])
  expect(calendar.filter(({ year }) => year === 2027)).toHaveLength(1)
  expect(workingDay(calendar, day('2027-05-04'))).toEqual({ known: true, working: false })
  expect(workingDay(calendar, day('2027-05-03'))).toEqual({ known: true, working: true })
  expect(addWorkingDays(calendar, day('2027-12-31'), 1)?.toString()).toBe('2028-01-04')
  expect(workingDay(russianYears, day('2027-05-04'))).toEqual({ known: true, working: true })
})

test('TR-14 a moved day changes the deadlines over it, and moving it back restores them', () => {
  const friday = day('2026-11-20')
  const off = withMovedDay(russianYears, { date: day('2026-11-23'), working: false, source: 'Указ' })
  if (!off) throw new Error('no year')
  expect(addWorkingDays(off, friday, 1)?.toString()).toBe('2026-11-24')
  const saturday = withMovedDay(off, { date: day('2026-11-21'), working: true, source: 'Указ' })
  expect(saturday && addWorkingDays(saturday, friday, 1)?.toString()).toBe('2026-11-21')
  const rested =
    saturday && withMovedDay(saturday, { date: day('2026-11-21'), working: false, source: 'Отмена' })
  expect(rested && addWorkingDays(rested, friday, 1)?.toString()).toBe('2026-11-24')
  expect(rested?.flatMap(faultsOf)).toEqual([])
  const back = withMovedDay(off, { date: day('2026-11-23'), working: true, source: 'Отмена' })
  expect(back && addWorkingDays(back, friday, 1)?.toString()).toBe('2026-11-23')
  expect(back?.flatMap(faultsOf)).toEqual([])
  expect(off.find(({ year }) => year === 2026)?.source).toContain('; Указ')
})

test('TR-65 a day of a year nobody entered can not be moved', () =>
  expect(withMovedDay(russianYears, { date: day('2031-01-08'), working: true, source: 'Указ' })).toBeNull())

const period = (from: string, to: string, branch: string | null = null) => ({
  programme: '09.02.07',
  branch,
  from: day(from),
  to: day(to),
})
const june = period('2026-06-08', '2026-06-28')

for (const [what, next, faults] of [
  ['that share a day', period('2026-06-28', '2026-07-05'), ['overlaps']],
  ['one within the other', period('2026-06-10', '2026-06-11'), ['overlaps']],
  ['one around the other', period('2026-06-01', '2026-07-05'), ['overlaps']],
  ['one after the other', period('2026-06-29', '2026-07-05'), []],
  ['of two branches', period('2026-06-08', '2026-06-28', 'Смоленск'), []],
  ['one of which runs backwards', period('2026-07-05', '2026-07-01'), ['ends_before_it_begins']],
] as const)
  test(`TR-12 two periods of a programme ${what}: ${faults.join() || 'fine'}`, () =>
    expect(periodFaults([june, next]).map(({ why }) => why)).toEqual(faults))
