import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { may, useMe } from '../../api/me.ts'
import classes from './dashboards.module.css'

const parts = [
  ['today', '/dashboards', 'report.today'],
  ['reviews', '/dashboards/reviews', 'review.manage'],
  ['exams', '/dashboards/exams', 'report.exams'],
  ['fairness', '/dashboards/fairness', 'report.fairness'],
] as const

/** The dashboards beside each other, as far as this person has them; nobody who has one alone is shown a choice. */
export function PartsNav() {
  const { t } = useTranslation()
  const me = useMe()
  if (me.is !== 'ready') return null
  const own = parts.filter(([, , can]) => may(me.value, can))
  if (own.length < 2) return null
  return (
    <nav aria-label={t('dashboards.parts.label')}>
      <ul className={classes.parts}>
        {own.map(([name, to]) => (
          <li key={name}>
            <Link to={to} className={classes.part} activeOptions={{ exact: true }}>
              {t(`dashboards.parts.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
