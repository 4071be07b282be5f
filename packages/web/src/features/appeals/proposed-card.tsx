import { Button, Textarea } from '@mantine/core'
import { answerVerdict } from '@ochno/contract/appeal-verdict'
import { type AppealView, listAppeals, readAppeal } from '@ochno/contract/appeals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import { VerdictView } from './verdict-view.tsx'

/** T-17: an annulment the chair wrote and nobody has agreed to yet; the result stands until then. */
export function ProposedCard({
  view,
  proposed,
  zone,
}: {
  view: AppealView
  proposed: NonNullable<AppealView['proposed']>
  zone: string
}) {
  const { t } = useTranslation()
  const answering = useDo(answerVerdict, [readAppeal, listAppeals])
  const [reason, setReason] = useState('')
  const answer = (agree: boolean) =>
    void answering.run({ params: { aid: view.id }, body: { of: proposed.verdict.at, agree, reason } })
  return (
    <Card title={t('appeals.proposed.title')} lead={t('appeals.proposed.lead')}>
      <Rows>
        {proposed.until ? (
          <Notice
            tone={proposed.late ? 'warn' : 'info'}
            title={t(proposed.late ? 'appeals.proposed.late' : 'appeals.proposed.until')}
          >
            <When at={proposed.until} zone={zone} />
          </Notice>
        ) : null}
        <VerdictView verdict={proposed.verdict} marks={view.marks} zone={zone} />
        {answering.failure ? <FailureNotice failure={answering.failure} /> : null}
        {proposed.mayAnswer ? (
          <>
            <Textarea
              label={t('appeals.proposed.reason')}
              description={t('appeals.proposed.reasonHint')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              maxLength={2000}
              autosize
              minRows={2}
            />
            <Bar>
              <Button color="danger.7" loading={answering.busy} onClick={() => answer(true)}>
                {t('appeals.proposed.agree')}
              </Button>
              <Button
                variant="default"
                disabled={answering.busy || !reason.trim()}
                onClick={() => answer(false)}
              >
                {t('appeals.proposed.disagree')}
              </Button>
            </Bar>
          </>
        ) : (
          <p>{t('appeals.proposed.waits')}</p>
        )}
      </Rows>
    </Card>
  )
}
