import { Button } from '@mantine/core'
import type { ScheduleView } from '@ochno/contract/exam-schedule'
import type { SessionView } from '@ochno/contract/sessions'
import { IconCalendarTime, IconWand } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { Card } from '../../ui/page.tsx'
import { SlotMenu } from './amend-menus.tsx'
import { ExamPaper } from './exam-papers.tsx'
import classes from './exams.module.css'
import { useSlotWords } from './slot-words.ts'
import { SessionsView, type SessionsViewProps } from './sessions-view.tsx'

type People = Omit<SessionsViewProps, 'rows'>

/** The people of an exam, by slot where there are slots. */
export function ScheduleCard({
  schedule,
  sessions,
  found,
  people,
  zone,
  onPlan,
  children,
}: {
  schedule: ScheduleView
  /** Of those who were searched for; null: nobody was. */
  found: readonly SessionView[] | null
  sessions: readonly SessionView[]
  people: People
  zone: string
  onPlan: (() => void) | null
  children: React.ReactNode
}) {
  const { t } = useTranslation()
  const words = useSlotWords(zone)
  const byId = new Map((found ?? sessions).map((session) => [session.id as string, session]))
  const of = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const { atOnce, perProctor } = schedule
  const slots =
    found === null ? schedule.slots : schedule.slots.filter((slot) => of(slot.sessions).length > 0)
  const unslotted = of(schedule.unslotted)
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
      {children}
      {people.onIntent && sessions[0] ? <ExamPaper exam={sessions[0].exam.id} of="schedule" /> : null}
      {slots.map((slot) => (
        <section key={slot.id} className={classes.slot}>
          <div className={classes.slotHead}>
            <h3>{words(slot)}</h3>
            <span>
              {atOnce === null
                ? t('examCard.schedule.people', { count: slot.sessions.length })
                : t('examCard.schedule.peopleOf', { count: slot.sessions.length, of: atOnce })}
            </span>
            {people.onIntent ? <SlotMenu slot={slot} zone={zone} onIntent={people.onIntent} /> : null}
          </div>
          <SessionsView rows={of(slot.sessions)} {...people} slot={slot.id} />
        </section>
      ))}
      {slots.length > 0 && unslotted.length > 0 ? (
        <section className={classes.slot}>
          <div className={classes.slotHead}>
            <h3>{t('examCard.schedule.unslotted')}</h3>
          </div>
          <SessionsView rows={unslotted} {...people} />
        </section>
      ) : null}
      {found !== null && byId.size === 0 ? (
        <p>{t('common.nobodyFound')}</p>
      ) : slots.length === 0 && sessions.length === 0 && onPlan ? (
        <Empty icon={IconCalendarTime} title={t('exams.one.empty')}>
          {t('examCard.schedule.noneText')}
        </Empty>
      ) : slots.length === 0 ? (
        <SessionsView rows={found ?? sessions} {...people} />
      ) : null}
    </Card>
  )
}
