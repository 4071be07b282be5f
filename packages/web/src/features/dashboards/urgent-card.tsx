import { Button } from '@mantine/core'
import type { UrgentRow } from '@ochno/contract/dashboards'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/me.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { Notice } from '../../ui/notice.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './dashboards.module.css'

const tones: Readonly<Record<UrgentRow['what'], Tone>> = {
  recording_silent: 'bad',
  no_proctor: 'bad',
  ticket: 'bad',
  unanswered: 'warn',
  paused: 'warn',
  door_waits: 'warn',
  late: 'warn',
}

type Props = {
  readonly urgent: readonly UrgentRow[]
  readonly count: number
  readonly now: string
  readonly zone: string
}

/** What a person has to do something about, one press away from where it is done. */
export function UrgentCard({ urgent, count, now, zone }: Props) {
  const { t } = useTranslation()
  if (count === 0)
    return (
      <Notice tone="ok" title={t('dashboards.today.calm')} live="status">
        {t('dashboards.today.calmText')}
      </Notice>
    )
  return (
    <Card title={t('dashboards.today.urgent')}>
      <p role="status" className={classes.quiet}>
        {t('dashboards.today.urgentCount', { count })}
      </p>
      <ul className={classes.urgent}>
        {urgent.map((row) => (
          <Urgent
            key={`${row.what} ${row.session ?? row.exam?.id} ${row.ticket}`}
            row={row}
            now={now}
            zone={zone}
          />
        ))}
      </ul>
      {count > urgent.length ? (
        <p className={classes.quiet}>{t('dashboards.today.shown', { count: urgent.length })}</p>
      ) : null}
    </Card>
  )
}

function Urgent({ row, now, zone }: { row: UrgentRow; now: string; zone: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const answers = me.is === 'ready' && may(me.value, 'support.answer')
  const time = clockAt(row.since, zone).slice(0, 5)
  const minutes = Math.floor((Date.parse(now) - Date.parse(row.since)) / 60_000)
  const since =
    minutes < 0
      ? t('dashboards.today.ahead', { time })
      : minutes === 0
        ? t('dashboards.today.justNow', { time })
        : t('dashboards.today.since', { ago: t('dashboards.today.minutes', { count: minutes }), time })
  const who = row.examinee ?? t('dashboards.today.several', { count: row.people })
  const called = row.proctors.some(Boolean)
    ? t('dashboards.today.call', { names: row.proctors.join(', ') })
    : t('dashboards.today.proctorsThere', { count: row.proctors.length })
  const watched = row.what !== 'ticket' && row.what !== 'no_proctor'
  return (
    <li>
      <div>
        <StateMark tone={tones[row.what]} word={t(`dashboards.what.${row.what}`)} />
      </div>
      <div className={classes.who}>
        <strong>{who}</strong>
        <div className={classes.quiet}>
          {[row.exam?.title, since].filter(Boolean).join(' · ')}
          {watched ? ` · ${row.proctors.length ? called : t('dashboards.today.nobody')}` : null}
        </div>
      </div>
      {row.what === 'ticket' && answers ? (
        <Button component={Link} to="/tickets" variant="default">
          {t('dashboards.today.tickets')}
        </Button>
      ) : row.exam ? (
        <Button
          component={Link}
          to={`/exams/${row.exam.id}`}
          variant="default"
          aria-label={t('dashboards.today.openOf', { exam: row.exam.title, name: who })}
        >
          {t('dashboards.today.open')}
        </Button>
      ) : null}
    </li>
  )
}
