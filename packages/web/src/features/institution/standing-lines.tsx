import type { ProctorLine } from '@ochno/contract/appointments'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { When } from '../../ui/when.tsx'
import { useDay } from './day.ts'
import classes from './institution.module.css'

/** Why somebody may not watch, since when, and whom he leaves behind. */
export function StandingLines({ line }: { line: ProctorLine }) {
  const { t } = useTranslation()
  const me = useMe()
  const day = useDay()
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const [last] = line.standing
  if (!last) return null
  return (
    <>
      <p className={classes.quiet}>
        {t(`institution.standing.was.${last.deed}`, { day: day(last.from), why: last.why, by: last.by })}
      </p>
      {line.ahead.length ? (
        <>
          <p className={classes.quiet}>{t('institution.standing.ahead')}</p>
          <ul className={classes.plain}>
            {line.ahead.map(({ exam, opensAt, people }) => (
              <li key={exam.id}>
                <Link to={`/exams/${exam.id}`}>{exam.title}</Link>
                {', '}
                <When at={opensAt} zone={zone} />
                {'. '}
                {t('institution.standing.people', { count: people })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
