import type { YearView as Year } from '@ochno/contract/calendar'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './calendar.module.css'
import { Month } from './month.tsx'
import { useYearKeys } from './year-keys.ts'

const dayMs = 86_400_000
export const dayOf = (year: number, index: number): string =>
  new Date(Date.UTC(year, 0, 1) + index * dayMs).toISOString().slice(0, 10)

const monthsOf = (year: Year) => {
  const days = year.days.map((kind, index) => ({ day: dayOf(year.year, index), kind, index }))
  return Array.from({ length: 12 }, (_, month) =>
    days.filter(({ day }) => Number(day.slice(5, 7)) === month + 1),
  )
}

const signs = ['working', 'short', 'off', 'changed', 'today'] as const

export function YearView({
  year,
  today,
  onDay,
}: {
  year: Year
  today: string
  /** Null: the person may only look. */
  onDay: ((day: string) => void) | null
}) {
  const { t } = useTranslation()
  const count = (kind: Year['days'][number]) => year.days.filter((one) => one === kind).length
  const changes = new Map(year.changes.map((change) => [change.day, change.reason]))
  const keys = useYearKeys(year.days.length)
  return (
    <Rows>
      <div>
        <p className={classes.totals}>
          {t('calendar.totals', {
            working: count('working') + count('short'),
            short: count('short'),
            off: count('off'),
          })}
        </p>
        <p className={classes.quiet}>{t('calendar.source', { source: year.source })}</p>
      </div>
      {year.provisional ? (
        <Notice tone="warn" title={t('calendar.provisional')}>
          {t('calendar.provisionalText')}
        </Notice>
      ) : null}
      <ul className={classes.legend} aria-label={t('calendar.legend.title')}>
        {signs.map((sign) => (
          <li key={sign}>
            <span className={classes.sign} data-sign={sign} aria-hidden>
              {sign === 'short' ? '8*' : '8'}
            </span>
            {t(`calendar.legend.${sign}`)}
          </li>
        ))}
      </ul>
      {onDay ? <p className={classes.quiet}>{t('calendar.press')}</p> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the arrow keys of the buttons in it */}
      <div className={classes.year} ref={keys.box} onKeyDown={onDay ? keys.onKeyDown : undefined}>
        {monthsOf(year).map((days, month) => (
          <Month
            // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place in the year
            key={month}
            days={days}
            changes={changes}
            today={today}
            reachable={keys.reachable}
            onDay={onDay}
          />
        ))}
      </div>
    </Rows>
  )
}
