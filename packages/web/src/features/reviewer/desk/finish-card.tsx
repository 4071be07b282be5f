import { Button, Radio, Textarea, TextInput } from '@mantine/core'
import { finishReview, listReviews, type ReviewDesk, type ReviewRow } from '@ochno/contract/review'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import classes from './desk.module.css'

type Verdict = { readonly stands: boolean; readonly reason: string }

/** Nothing is chosen beforehand: neither a status nor a verdict. */
export function FinishCard({
  desk,
  before,
  onDone,
}: {
  readonly desk: ReviewDesk
  readonly before: () => Promise<void>
  readonly onDone: (row: ReviewRow) => void
}) {
  const { t } = useTranslation()
  const finish = useDo(finishReview, [listReviews])
  const [status, setStatus] = useState<string>('')
  const [comment, setComment] = useState('')
  const [verdicts, setVerdicts] = useState<Readonly<Record<string, Verdict>>>({})
  const { dispute, statuses, progress } = desk
  const open = dispute ? 0 : progress.unresolved.length
  const answered =
    dispute?.codes.every(({ code }) => verdicts[code] && verdicts[code].reason.trim() !== '') ?? true
  const asks = dispute ? null : statuses
  const send = async () => {
    await before()
    const answer = await finish.run({
      params: { rid: desk.review.id },
      body: {
        status: asks && status ? Number(status) : null,
        comment,
        verdicts: (dispute?.codes ?? []).flatMap(({ code }) => {
          const verdict = verdicts[code]
          return verdict ? [{ code, ...verdict }] : []
        }),
      },
    })
    if (answer.ok) onDone(answer.body)
  }
  return (
    <Card title={t('review.desk.finishTitle')} lead={t('review.desk.finishLead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <Rows>
          {finish.failure ? <FailureNotice failure={finish.failure} /> : null}
          {open > 0 ? <Notice tone="warn" title={t('review.desk.leftHints', { count: open })} /> : null}
          {dispute ? (
            <Rows>
              <Notice tone="info" title={t('review.desk.disputeTitle')}>
                {t('review.desk.disputeLead')}
              </Notice>
              {dispute.codes.map(({ code, wording, by }) => (
                <Disputed
                  key={code}
                  wording={wording}
                  by={t(`review.desk.disputeBy.${by}`)}
                  verdict={verdicts[code] ?? null}
                  onChange={(verdict) => setVerdicts((all) => ({ ...all, [code]: verdict }))}
                />
              ))}
            </Rows>
          ) : null}
          {asks ? (
            <Radio.Group label={t('review.desk.status')} value={status} onChange={setStatus}>
              <Rows gap="sm">
                {asks.map(({ status: one, name, fits }) => (
                  <Radio
                    key={one}
                    value={String(one)}
                    label={`${one}. ${name}`}
                    disabled={!fits}
                    description={fits ? undefined : t('review.desk.statusNo')}
                  />
                ))}
              </Rows>
            </Radio.Group>
          ) : null}
          <Textarea
            label={t('review.desk.comment')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4_000}
            value={comment}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          <div>
            <Button
              type="submit"
              loading={finish.busy}
              disabled={open > 0 || !answered || (asks !== null && status === '')}
            >
              {t('review.desk.finish')}
            </Button>
          </div>
        </Rows>
      </form>
    </Card>
  )
}

function Disputed({
  wording,
  by,
  verdict,
  onChange,
}: {
  readonly wording: string
  readonly by: string
  readonly verdict: Verdict | null
  readonly onChange: (verdict: Verdict) => void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.disputed}>
      <legend>{wording}</legend>
      <Rows gap="sm">
        <p className={classes.quiet}>{by}</p>
        <Radio.Group
          aria-label={wording}
          value={verdict ? String(verdict.stands) : ''}
          onChange={(value) => onChange({ stands: value === 'true', reason: verdict?.reason ?? '' })}
        >
          <Rows gap="sm">
            <Radio value="true" label={t('review.desk.stands')} />
            <Radio value="false" label={t('review.desk.falls')} />
          </Rows>
        </Radio.Group>
        <TextInput
          label={t('review.desk.verdictReason')}
          maxLength={1_000}
          disabled={verdict === null}
          value={verdict?.reason ?? ''}
          onChange={(event) => verdict && onChange({ ...verdict, reason: event.currentTarget.value })}
        />
      </Rows>
    </fieldset>
  )
}
