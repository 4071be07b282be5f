import { Button } from '@mantine/core'
import { listAccounts } from '@ochno/contract/accounts'
import { listExams, readExam } from '@ochno/contract/exams'
import { assignProctor, listSessions, removeProctor, type SessionView } from '@ochno/contract/sessions'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import { IconUserPlus } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { AdmitDialog } from './admit-dialog.tsx'
import classes from './exams.module.css'
import { SessionsView } from './sessions-view.tsx'

/** One exam: when, for how long, who takes it and who watches over them. */
export function ExamPage() {
  const { t } = useTranslation()
  const { exam: eid } = useParams({ strict: false }) as { exam: ExamId }
  const me = useMe()
  const exam = useLoad(readExam, { params: { eid } })
  const sessions = useLoad(listSessions, { params: { eid } }, { everyMs: 10_000 })
  const manages = me.is === 'ready' && may(me.value, 'exam.manage')
  const proctors = useLoad(listAccounts, { query: { role: 'proctor' } }, { enabled: manages })
  const assigning = useDo(assignProctor, [listSessions])
  const removing = useDo(removeProctor, [listSessions])
  const [admitting, setAdmitting] = useState(false)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const failure = assigning.failure ?? removing.failure
  const pair = (session: SessionView, proctor: AccountId) => ({ params: { sid: session.id, proctor } })

  if (exam.is !== 'ready')
    return (
      <Page title={t('exams.list.title')}>
        <LoadView load={exam} rows={6}>
          {() => null}
        </LoadView>
      </Page>
    )
  const { title, opensAt, closesAt, lengthMinutes } = exam.value
  return (
    <Page
      title={title}
      actions={
        manages ? (
          <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => setAdmitting(true)}>
            {t('exams.one.add')}
          </Button>
        ) : null
      }
    >
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
      <Card title={t('exams.one.people')}>
        <Rows>
          {failure ? <FailureNotice failure={failure} /> : null}
          <LoadView load={sessions} rows={5}>
            {({ rows }) => (
              <SessionsView
                rows={rows}
                proctors={manages && proctors.is === 'ready' ? proctors.value.rows : null}
                onAssign={(session, proctor) => void assigning.run(pair(session, proctor))}
                onRemove={(session, proctor) => void removing.run(pair(session, proctor))}
              />
            )}
          </LoadView>
        </Rows>
      </Card>
      {admitting ? (
        <AdmitDialog
          exam={eid}
          taken={sessions.is === 'ready' ? sessions.value.rows.map((session) => session.examinee.id) : []}
          refresh={[listSessions, listExams, readExam]}
          onClose={() => setAdmitting(false)}
        />
      ) : null}
    </Page>
  )
}
