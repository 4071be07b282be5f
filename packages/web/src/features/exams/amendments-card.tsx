import { Button } from '@mantine/core'
import { type AmendmentView, listAmendments } from '@ochno/contract/amendments'
import type { ScheduleView } from '@ochno/contract/exam-schedule'
import type { ExamView } from '@ochno/contract/exams'
import { IconCalendarOff, IconCalendarTime, IconHistory, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import type { Intent } from './amend-form.ts'
import classes from './amend.module.css'
import { useSlotWords } from './slot-words.ts'

/** What was changed after publishing: who, when, why; and what concerns the exam as a whole. */
export function AmendmentsCard({
  exam,
  schedule,
  zone,
  onIntent,
}: {
  exam: ExamView
  schedule: ScheduleView
  zone: string
  onIntent: (intent: Intent) => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const cancels = me.is === 'ready' && may(me.value, 'exam.cancel')
  const list = useLoad(listAmendments, { params: { eid: exam.id } })
  return (
    <Card title={t('amendments.history.title')} lead={t('amendments.history.lead')}>
      <Rows>
        {exam.cancelled ? null : (
          <div className={classes.acts}>
            {schedule.slots.length === 0 ? (
              <>
                <Button
                  variant="default"
                  leftSection={<IconCalendarTime size={18} aria-hidden />}
                  onClick={() => onIntent({ do: 'move_slot', slot: null })}
                >
                  {t('amendments.whole.move')}
                </Button>
                {schedule.unslotted > 0 ? (
                  <Button
                    variant="default"
                    leftSection={<IconUserShare size={18} aria-hidden />}
                    onClick={() => onIntent({ do: 'change_proctor', slot: null })}
                  >
                    {t('amendments.whole.proctor')}
                  </Button>
                ) : null}
              </>
            ) : null}
            {cancels ? (
              <Button
                variant="default"
                leftSection={<IconCalendarOff size={18} aria-hidden />}
                onClick={() => onIntent({ do: 'cancel_exam' })}
              >
                {t('amendments.whole.cancel')}
              </Button>
            ) : null}
          </div>
        )}
        <LoadView load={list} rows={2}>
          {({ rows }) =>
            rows.length ? (
              <ol className={classes.history} reversed>
                {rows.map((row) => (
                  <Amendment key={row.no} row={row} zone={zone} />
                ))}
              </ol>
            ) : (
              <Empty icon={IconHistory} title={t('amendments.history.empty')}>
                {t('amendments.history.emptyText')}
              </Empty>
            )
          }
        </LoadView>
      </Rows>
    </Card>
  )
}

function Amendment({ row, zone }: { row: AmendmentView; zone: string }) {
  const { t } = useTranslation()
  const words = useSlotWords(zone)
  const names = row.who.join(', ')
  const who =
    row.people === 0
      ? t('amendments.history.nobody')
      : row.people > row.who.length
        ? t('amendments.history.rest', { names, count: row.people - row.who.length })
        : names
  const moved = row.was && row.now && row.was.opensAt !== row.now.opensAt
  return (
    <li>
      <p className={classes.what}>{t(`amendments.history.what.${row.what}`, { who })}</p>
      {row.was && (moved || !row.now) ? (
        <p className={classes.quiet}>{t('amendments.history.was', { time: words(row.was) })}</p>
      ) : null}
      {row.now && (moved || !row.was) ? (
        <p className={classes.quiet}>{t('amendments.history.now', { time: words(row.now) })}</p>
      ) : null}
      {row.toExam ? (
        <p className={classes.quiet}>{t('amendments.history.toExam', { title: row.toExam.title })}</p>
      ) : null}
      {row.why ? <p className={classes.quiet}>{t('amendments.history.why', { why: row.why })}</p> : null}
      <p className={classes.quiet}>
        {row.by}, <When at={row.at} zone={zone} />
      </p>
    </li>
  )
}
