import type { TodayView } from '@ochno/contract/dashboards'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clockAt } from '../../ui/clock-at.ts'
import { Card } from '../../ui/page.tsx'
import classes from './dashboards.module.css'
import { StageStrip } from './stage-strip.tsx'

export function TodayExams({ exams, zone }: { exams: TodayView['exams']; zone: string }) {
  const { t } = useTranslation()
  const time = (iso: string) => clockAt(iso, zone).slice(0, 5)
  return (
    <Card title={t('dashboards.parts.exams')}>
      {exams.map((exam) => (
        <article key={exam.id} className={classes.exam} aria-label={exam.title}>
          <div className={classes.examHead}>
            <Link to={`/exams/${exam.id}`} className={`${classes.link} ${classes.examName}`}>
              {exam.title}
            </Link>
            <span className={classes.quiet}>
              {t('dashboards.today.window', { from: time(exam.opensAt), to: time(exam.closesAt) })}
            </span>
          </div>
          <StageStrip counts={exam.stages} people={exam.people} />
          {exam.hintsOpen + exam.unanswered > 0 ? (
            <p className={classes.quiet}>
              {t('dashboards.today.hintsOpen')}: {exam.hintsOpen}. {t('dashboards.today.unanswered')}:{' '}
              {exam.unanswered}.
            </p>
          ) : null}
        </article>
      ))}
    </Card>
  )
}
