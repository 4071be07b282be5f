// Labour Code of the Russian Federation: article 112 (holidays and their transfer) and article 95 (the shorter day before one).
import { Temporal } from '../time.ts'
import { type PlainDate, type ProductionYear, workingDay } from './working-days.ts'

const holidays: readonly (readonly [month: number, day: number])[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((day) => [1, day] as const),
  [2, 23],
  [3, 8],
  [5, 1],
  [5, 9],
  [6, 12],
  [11, 4],
]

const isHoliday = (date: PlainDate): boolean =>
  holidays.some(([month, day]) => date.month === month && date.day === day)

const isWeekend = (date: PlainDate): boolean => date.dayOfWeek > 5

/** A year as article 112 alone makes it: what the Government moves every year is not in it yet. */
export function yearByLaw(year: number): ProductionYear {
  const off = new Set<string>()
  for (const [month, day] of holidays) {
    const holiday = Temporal.PlainDate.from({ year, month, day })
    // Days off lost to the January holidays are moved by the Government alone.
    if (isWeekend(holiday) && month === 1) continue
    let date = holiday
    while (isWeekend(date) || off.has(date.toString()) || (date !== holiday && isHoliday(date)))
      date = date.add({ days: 1 })
    off.add(date.toString())
  }
  return {
    year,
    source: 'ТК РФ, статья 112 (перенос дней Правительством не учтён)',
    provisional: true,
    daysOff: [...off].sort(),
    workedWeekends: [],
  }
}

/** Worked an hour less: the working day before a holiday, and a worked weekend that took the place of such a day. */
export function isShortByLaw(year: ProductionYear, date: PlainDate): boolean {
  const day = workingDay([year], date)
  if (!day.known || !day.working) return false
  return isHoliday(date.add({ days: 1 })) || (year.shortWeekends ?? []).includes(date.toString())
}
