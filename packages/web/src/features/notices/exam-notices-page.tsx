import { Button } from '@mantine/core'
import { readExam } from '@ochno/contract/exams'
import { listExamNotices, tellSchedule } from '@ochno/contract/notices'
import { offerTrial } from '@ochno/contract/trial'
import type { ExamId } from '@ochno/domain/ids'
import { IconMail, IconSend } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { MessageDialog } from './message-dialog.tsx'
import { ToldTable } from './told-table.tsx'

/** R4-3.6b: who knows when the exam is, and one button for those who were not told. */
export function ExamNoticesPage() {
  const { t } = useTranslation()
  const { exam } = useParams({ strict: false }) as { exam: ExamId }
  const me = useMe()
  const card = useLoad(readExam, { params: { eid: exam } })
  const list = useLoad(listExamNotices, { params: { eid: exam } }, { everyMs: 15_000 })
  const tell = useDo(tellSchedule, [listExamNotices])
  const [writing, setWriting] = useState(false)
  const [sent, setSent] = useState<number | null>(null)
  const offering = useDo(offerTrial, [listExamNotices])
  const [offered, setOffered] = useState<number | null>(null)
  const offer = async () => {
    const answer = await offering.run({ params: { eid: exam } })
    if (answer.ok) setOffered(answer.body.told)
  }
  const rows = list.is === 'ready' ? list.value.rows : []
  const waiting = rows.filter((row) => row.state === 'not_told').length
  return (
    <Page
      title={t('notices.exam.title')}
      lead={t('notices.exam.lead')}
      actions={
        rows.length ? (
          <>
            {waiting ? (
              <Button
                loading={tell.busy}
                leftSection={<IconSend size={18} aria-hidden />}
                onClick={() => void tell.run({ params: { eid: exam } })}
              >
                {t('notices.exam.tell', { count: waiting })}
              </Button>
            ) : null}
            <Button variant="default" loading={offering.busy} onClick={() => void offer()}>
              {t('trial.offer')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconMail size={18} aria-hidden />}
              onClick={() => setWriting(true)}
            >
              {t('notices.exam.write')}
            </Button>
          </>
        ) : null
      }
    >
      <Card {...(card.is === 'ready' ? { title: card.value.title } : {})}>
        <Rows>
          <Link to={`/exams/${exam}`}>{t('notices.exam.back')}</Link>
          {sent === null ? null : (
            <Notice tone="ok" live="status" title={t('notices.exam.sent', { count: sent })} />
          )}
          {offered === null ? null : (
            <Notice tone="ok" live="status" title={t('trial.offered', { count: offered })} />
          )}
          {offering.failure ? <FailureNotice failure={offering.failure} /> : null}
          {tell.failure ? <FailureNotice failure={tell.failure} /> : null}
          <LoadView load={list} rows={3}>
            {(value) =>
              value.rows.length ? (
                <ToldTable rows={value.rows} zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'} />
              ) : (
                <p>{t('notices.exam.nobody')}</p>
              )
            }
          </LoadView>
        </Rows>
      </Card>
      {writing ? (
        <MessageDialog
          exam={exam}
          onClose={() => setWriting(false)}
          onSent={(told) => {
            setWriting(false)
            setSent(told)
          }}
        />
      ) : null}
    </Page>
  )
}
