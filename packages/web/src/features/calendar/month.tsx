import type { YearView } from '@ochno/contract/calendar'
import { useTranslation } from 'react-i18next'
import classes from './calendar.module.css'
import { useDay, weekdayToo } from './day.ts'

export type MonthDay = {
  readonly day: string
  readonly kind: YearView['days'][number]
  readonly index: number
}

/** Monday is 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** Any week that begins on a Monday names the weekdays. */
const week = [
  '2024-01-01',
  '2024-01-02',
  '2024-01-03',
  '2024-01-04',
  '2024-01-05',
  '2024-01-06',
  '2024-01-07',
]

function weeksOf(days: readonly MonthDay[]): (MonthDay | null)[][] {
  const cells: (MonthDay | null)[] = [
    ...Array.from({ length: weekdayOf(days[0]?.day ?? '') }, () => null),
    ...days,
  ]
  while (cells.length % 7) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7))
}

export function Month({
  days,
  changes,
  today,
  reachable,
  onDay,
}: {
  days: readonly MonthDay[]
  changes: ReadonlyMap<string, string>
  today: string
  reachable: number
  onDay: ((day: string) => void) | null
}) {
  const dayWords = useDay()
  const first = days[0]?.day ?? today
  return (
    <table className={classes.month}>
      <caption>{dayWords(first, { month: 'long' })}</caption>
      <thead>
        <tr>
          {week.map((day) => (
            <th key={day} scope="col" abbr={dayWords(day, { weekday: 'long' })}>
              {dayWords(day, { weekday: 'short' })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place in the month
          <tr key={row}>
            {cells.map((cell, column) =>
              cell ? (
                <td key={cell.day}>
                  <DayCell
                    cell={cell}
                    reason={changes.get(cell.day) ?? null}
                    today={cell.day === today}
                    reachable={cell.index === reachable}
                    onDay={onDay}
                  />
                </td>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place
                <td key={column} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayCell({
  cell,
  reason,
  today,
  reachable,
  onDay,
}: {
  cell: MonthDay
  reason: string | null
  today: boolean
  reachable: boolean
  onDay: ((day: string) => void) | null
}) {
  const { t } = useTranslation()
  const dayWords = useDay()
  const said = { day: dayWords(cell.day, weekdayToo), kind: t(`calendar.kinds.${cell.kind}`) }
  const name = reason ? t('calendar.dayChanged', { ...said, reason }) : t('calendar.dayName', said)
  const look = {
    className: classes.day,
    'data-kind': cell.kind,
    ...(reason ? { 'data-changed': true, title: name } : {}),
    ...(today ? { 'aria-current': 'date' as const } : {}),
  }
  const shown = `${Number(cell.day.slice(8))}${cell.kind === 'short' ? '*' : ''}`
  return onDay ? (
    <button
      type="button"
      {...look}
      aria-label={name}
      tabIndex={reachable ? 0 : -1}
      data-index={cell.index}
      onClick={() => onDay(cell.day)}
    >
      {shown}
    </button>
  ) : (
    <span {...look}>
      <span aria-hidden>{shown}</span>
      <span className={classes.unseen}>{name}</span>
    </span>
  )
}
