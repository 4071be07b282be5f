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
import { usePages } from '../../api/pages.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FindInput } from '../../ui/find-input.tsx'
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
  const [find, setFind] = useState('')
  const list = usePages(
    listExamNotices,
    { params: { eid: exam }, query: find ? { find } : {} },
    ({ session }) => session,
    { everyMs: 15_000 },
  )
  const tell = useDo(tellSchedule, [listExamNotices])
  const [writing, setWriting] = useState(false)
  const [sent, setSent] = useState<number | null>(null)
  const offering = useDo(offerTrial, [listExamNotices])
  const [offered, setOffered] = useState<number | null>(null)
  const offer = async () => {
    const answer = await offering.run({ params: { eid: exam } })
    if (answer.ok) setOffered(answer.body.told)
  }
  const waiting = list.is === 'ready' ? list.value.head.waiting : 0
  const anybody = find !== '' || (list.is === 'ready' && list.value.more.total > 0)
  return (
    <Page
      title={t('notices.exam.title')}
      lead={t('notices.exam.lead')}
      actions={
        anybody ? (
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
          {anybody ? <FindInput label={t('exams.one.find')} value={find} onFind={setFind} /> : null}
          <LoadView load={list} rows={3}>
            {({ rows, more }) =>
              rows.length ? (
                <ToldTable
                  rows={rows}
                  more={more}
                  zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
                />
              ) : (
                <p>{t(find ? 'common.nobodyFound' : 'notices.exam.nobody')}</p>
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
