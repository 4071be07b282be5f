import type { ExamView } from '@ochno/contract/exams'
import { IconNotebook } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { LongTable } from '../../ui/long-table.tsx'
import { type More, whole } from '../../ui/more-line.tsx'
import { moment } from '../../ui/moment.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './exams.module.css'

export function ExamsView({
  rows,
  more = whole(rows.length),
  searched = false,
  zone,
  ownOnly = false,
  branches = false,
}: {
  rows: readonly ExamView[]
  /** Left out where a few are shown of many, and the way to all of them stands beside. */
  more?: More
  searched?: boolean
  zone: string
  /** A teacher, to whom exams of others are not shown. */
  ownOnly?: boolean
  branches?: boolean
}) {
  const { t, i18n } = useTranslation()
  if (!rows.length && searched)
    return (
      <Empty icon={IconNotebook} title={t('exams.list.notFound')}>
        {t('exams.list.notFoundText')}
      </Empty>
    )
  if (!rows.length)
    return (
      <Empty icon={IconNotebook} title={t(ownOnly ? 'exams.teachers.own' : 'exams.home.empty')}>
        {t(ownOnly ? 'exams.teachers.ownText' : 'exams.home.emptyText')}
      </Empty>
    )
  return (
    <LongTable
      label={t('exams.list.title')}
      rows={rows}
      more={more}
      rowKey={(exam) => exam.id}
      columns={[
        {
          name: t('exams.list.name'),
          cell: (exam) => (
            <div className={classes.choice}>
              <Link to={`/exams/${exam.id}`} className={classes.link}>
                {exam.title}
              </Link>
              {exam.event === 'lesson' ? (
                <StateMark tone="info" word={t('examCard.about.events.lesson')} quiet />
              ) : null}
              {exam.cancelled ? <StateMark tone="warn" word={t('amendments.mark')} quiet /> : null}
              {exam.state === 'draft' ? (
                <StateMark tone="idle" word={t('examCard.draft.mark')} quiet />
              ) : null}
            </div>
          ),
        },
        {
          name: t('exams.list.window'),
          cell: (exam) =>
            t('exams.list.range', {
              from: moment(exam.opensAt, zone, i18n.language),
              to: moment(exam.closesAt, zone, i18n.language),
            }),
        },
        {
          name: t('exams.list.length'),
          cell: (exam) => t('common.duration.minutes', { count: exam.lengthMinutes }),
        },
        ...(branches
          ? [
              {
                name: t('people.branch.one'),
                cell: (exam: ExamView) => exam.branch?.name ?? t('people.none'),
              },
            ]
          : []),
        { name: t('exams.list.included'), cell: (exam) => t('exams.list.people', { count: exam.sessions }) },
      ]}
    />
  )
}
