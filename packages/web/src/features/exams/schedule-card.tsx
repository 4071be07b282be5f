import { Button } from '@mantine/core'
import type { ScheduleView } from '@ochno/contract/exam-schedule'
import { listSessions } from '@ochno/contract/sessions'
import type { ExamId } from '@ochno/domain/ids'
import { IconCalendarTime, IconUsers, IconWand } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePages } from '../../api/pages.ts'
import { Empty } from '../../ui/empty.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { ExamPaper } from './exam-papers.tsx'
import { peopleItems } from './people-items.ts'
import { SessionsView, type SessionsViewProps } from './sessions-view.tsx'

/** Fewer people are seen at a glance. */
const SEARCHED = 15

/** The people of an exam as the server gives them, page by page, under their slots. */
export function ScheduleCard({
  exam,
  schedule,
  people,
  onPlan,
  children,
}: {
  exam: ExamId
  schedule: ScheduleView
  people: Omit<SessionsViewProps, 'items' | 'more' | 'atOnce'>
  onPlan: (() => void) | null
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const [find, setFind] = useState('')
  const list = usePages(
    listSessions,
    { params: { eid: exam }, query: find ? { find } : {} },
    ({ id }) => id,
    { everyMs: 10_000 },
  )
  const { atOnce, perProctor, slots, unslotted } = schedule
  const total = slots.reduce((sum, slot) => sum + slot.people, unslotted)
  const lead =
    atOnce === null
      ? null
      : perProctor === null
        ? t('examCard.schedule.lead', { atOnce })
        : t('examCard.schedule.leadProctors', { atOnce, perProctor })
  return (
    <Card
      title={t('exams.one.people')}
      lead={lead}
      actions={
        onPlan ? (
          <Button variant="default" leftSection={<IconWand size={18} aria-hidden />} onClick={onPlan}>
            {t('examCard.schedule.plan')}
          </Button>
        ) : null
      }
    >
      <Rows>
        {children}
        {total > SEARCHED || find ? (
          <FindInput label={t('exams.one.find')} value={find} onFind={setFind} />
        ) : null}
        {people.onIntent && total > 0 ? <ExamPaper exam={exam} of="schedule" /> : null}
        <LoadView load={list} rows={5}>
          {({ rows, more }) => {
            const items = peopleItems(slots, rows, { whole: !more.there, searched: find !== '' })
            if (items.length > 0)
              return <SessionsView items={items} more={more} atOnce={atOnce} {...people} />
            if (find) return <p>{t('common.nobodyFound')}</p>
            return onPlan ? (
              <Empty icon={IconCalendarTime} title={t('exams.one.empty')}>
                {t('examCard.schedule.noneText')}
              </Empty>
            ) : (
              <Empty icon={IconUsers} title={t('exams.one.empty')}>
                {t('exams.one.emptyText')}
              </Empty>
            )
          }}
        </LoadView>
      </Rows>
    </Card>
  )
}
