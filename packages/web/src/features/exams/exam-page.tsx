import { Button } from '@mantine/core'
import { listAccounts } from '@ochno/contract/accounts'
import { readSchedule, rehearseExam } from '@ochno/contract/exam-schedule'
import { listExams, readExam, readExamRules } from '@ochno/contract/exams'
import { assignProctor, listSessions, removeProctor, type SeatView } from '@ochno/contract/sessions'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { IconUserPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { AdmissionDialog } from './admission-dialog.tsx'
import { AdmitDialog } from './admit-dialog.tsx'
import { AmendSheet } from './amend-sheet.tsx'
import type { Intent } from './amend-form.ts'
import { AmendmentsCard } from './amendments-card.tsx'
import { ChecklistCard } from './checklist-card.tsx'
import { DraftCard } from './draft-card.tsx'
import classes from './exams.module.css'
import { FailuresCard } from './failures-card.tsx'
import { PlaceCard } from './place-card.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { RehearsalCard } from './rehearsal-card.tsx'
import { RulesCard } from './rules-card.tsx'
import { ScheduleCard } from './schedule-card.tsx'
import { TeachersCard } from './teachers-card.tsx'

/** One exam: when, for how long, who takes it and who watches over them. */
export function ExamPage() {
  const { t } = useTranslation()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const me = useMe()
  const exam = useLoad(readExam, { params: { eid } })
  const manages = me.is === 'ready' && may(me.value, 'exam.manage')
  const proctors = useLoad(listAccounts, { query: { role: 'proctor' } }, { enabled: manages })
  const assigning = useDo(assignProctor, [listSessions, rehearseExam])
  const removing = useDo(removeProctor, [listSessions, rehearseExam])
  const rules = useLoad(readExamRules, { params: { eid } })
  const schedule = useLoad(readSchedule, { params: { eid } }, { everyMs: 10_000 })
  const [admitting, setAdmitting] = useState(false)
  const [planning, setPlanning] = useState(false)
  const [amending, setAmending] = useState<Intent | null>(null)
  const [told, setTold] = useState<number | null>(null)
  const [stating, setStating] = useState<SeatView | null>(null)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const failure = assigning.failure ?? removing.failure
  const pair = (session: SeatView, proctor: AccountId) => ({ params: { sid: session.id, proctor } })

  if (exam.is !== 'ready')
    return (
      <Page title={t('exams.list.title')}>
        <LoadView load={exam} rows={6}>
          {() => null}
        </LoadView>
      </Page>
    )
  const { title, opensAt, closesAt, lengthMinutes, state } = exam.value
  const draft = state === 'draft'
  const { cancelled } = exam.value
  const amends = manages && !draft && cancelled === null
  const ruled = rules.is === 'ready' && rules.value.act !== null
  return (
    <Page
      title={title}
      actions={
        manages && !draft ? (
          <>
            <Button component={Link} to={`/exams/${eid}/notices`} variant="default">
              {t('notices.exam.title')}
            </Button>
            {ruled ? (
              <Button component={Link} to={`/exams/${eid}/consents`} variant="default">
                {t('consents.exam.link')}
              </Button>
            ) : null}
            {ruled ? (
              <Button component={Link} to={`/exams/${eid}/weights`} variant="default">
                {t('hints.weights.link')}
              </Button>
            ) : null}
            <Button component="a" href={`/equipment?exam=${eid}`} variant="default">
              {t('equipment.list.title')}
            </Button>
            {cancelled ? null : (
              <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdmitting(true)}>
                {t('exams.one.add')}
              </Button>
            )}
          </>
        ) : null
      }
    >
      {draft ? (
        <LoadView load={rules}>
          {(found) => <DraftCard exam={eid} rules={found} manages={manages} />}
        </LoadView>
      ) : null}
      {cancelled ? (
        <Notice tone="warn" title={t('amendments.cancelled')}>
          {t('amendments.cancelledWhy', { why: cancelled.why })} <When at={cancelled.at} zone={zone} />
        </Notice>
      ) : null}
      {told === null ? null : (
        <Notice tone="ok" live="status" title={t('amendments.done', { count: told })} />
      )}
      <Card>
        <dl className={classes.facts}>
          <div>
            <dt>{t('exams.one.opens')}</dt>
            <dd>
              <When at={opensAt} zone={zone} />
            </dd>
          </div>
          <div>
            <dt>{t('exams.one.closes')}</dt>
            <dd>
              <When at={closesAt} zone={zone} />
            </dd>
          </div>
          <div>
            <dt>{t('exams.one.length')}</dt>
            <dd>{t('common.duration.minutes', { count: lengthMinutes })}</dd>
          </div>
        </dl>
      </Card>
      {manages ? <PlaceCard exam={eid} manages={manages} /> : null}
      {manages ? <TeachersCard exam={exam.value} /> : null}
      {draft ? null : (
        <LoadView load={schedule} rows={5}>
          {(found) => (
            <ScheduleCard
              exam={eid}
              schedule={found}
              people={{
                zone,
                proctors: manages && proctors.is === 'ready' ? proctors.value.rows : null,
                onAssign: (session, proctor) => void assigning.run(pair(session, proctor)),
                onRemove: (session, proctor) => void removing.run(pair(session, proctor)),
                onAdmission: manages && ruled ? setStating : null,
                onIntent: amends ? setAmending : null,
              }}
              onPlan={amends && ruled ? () => setPlanning(true) : null}
            >
              {failure ? <FailureNotice failure={failure} /> : null}
            </ScheduleCard>
          )}
        </LoadView>
      )}
      {manages && !draft && schedule.is === 'ready' ? (
        <AmendmentsCard exam={exam.value} schedule={schedule.value} zone={zone} onIntent={setAmending} />
      ) : null}
      {manages && !draft && Date.parse(opensAt) <= Date.now() ? <FailuresCard exam={eid} /> : null}
      {manages && ruled && !draft ? <ChecklistCard exam={eid} zone={zone} /> : null}
      {manages && ruled && !draft && rules.is === 'ready' ? (
        <RehearsalCard exam={eid} watchedLater={rules.value.card.mode === 'async_human'} />
      ) : null}
      {ruled ? <RulesCard rules={rules.value} zone={zone} /> : null}
      {admitting ? (
        <AdmitDialog
          exam={eid}
          slots={schedule.is === 'ready' ? schedule.value.slots : []}
          zone={zone}
          refresh={[listSessions, listExams, readExam, readSchedule, rehearseExam]}
          onClose={() => setAdmitting(false)}
        />
      ) : null}
      {amending && schedule.is === 'ready' ? (
        <AmendSheet
          exam={exam.value}
          intent={amending}
          schedule={schedule.value}
          zone={zone}
          onClose={() => setAmending(null)}
          onDone={(count) => {
            setTold(count)
            setAmending(null)
          }}
        />
      ) : null}
      {stating ? <AdmissionDialog session={stating} onClose={() => setStating(null)} /> : null}
      {planning ? <PlanDialog exam={exam.value} zone={zone} onClose={() => setPlanning(false)} /> : null}
    </Page>
  )
}
