import { expect, test } from 'vitest'
import { instant, Temporal } from '../time.ts'
import { russianYears } from './russian-years.ts'
import { addWorkingDays, endOfWorkingDay, workingDay } from './working-days.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

// The working-day totals of the published production calendars (five-day week).
for (const [year, total] of [
  [2024, 248],
  [2025, 247],
  [2026, 247],
] as const)
  test(`the production calendar of ${year} has ${total} working days`, () => {
    let count = 0
    for (let date = day(`${year}-01-01`); date.year === year; date = date.add({ days: 1 })) {
      const found = workingDay(russianYears, date)
      if (found.known && found.working) count += 1
    }
    expect(count).toBe(total)
  })

for (const [rule, from, count, to] of [
  ['TR-14 R4-5.2b an exam on Friday is reviewed by Monday', '2026-11-20', 1, '2026-11-23'],
  ['TR-14 a moved holiday is not a working day', '2026-05-08', 1, '2026-05-12'],
  ['TR-14 a worked Saturday counts', '2024-04-26', 1, '2024-04-27'],
  ['TR-14 the year turns over the January holidays', '2025-12-30', 1, '2026-01-12'],
  ['R2-17d TR-25 fifteen working days start on the day after sending', '2026-09-01', 15, '2026-09-22'],
] as const)
  test(rule, () => expect(addWorkingDays(russianYears, day(from), count)?.toString()).toBe(to))

test('TR-14 the working day ends by the clock of the institution', () => {
  // 22:30 UTC on Friday is already Saturday in Yekaterinburg.
  const due = endOfWorkingDay(russianYears, instant('2026-11-20T22:30:00Z'), 'Asia/Yekaterinburg', 1)
  expect(due?.toString({ smallestUnit: 'second' })).toBe('2026-11-23T18:59:59Z')
})

test('TR-65 a year that is not in the calendar gives no date instead of a guess', () => {
  expect(workingDay(russianYears, day('2031-03-03'))).toEqual({ known: false })
  expect(addWorkingDays(russianYears, day('2027-12-31'), 1)).toBeNull()
})
