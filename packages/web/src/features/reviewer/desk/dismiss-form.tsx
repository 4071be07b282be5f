import { Button, Radio, TextInput } from '@mantine/core'
import { dismissHint, type ReviewDesk } from '@ochno/contract/review'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../../ui/page.tsx'
import classes from './desk.module.css'

const reasons = ['mistaken', 'allowed', 'harmless', 'technical'] as const
type Reason = (typeof reasons)[number]

/** R1-5.2e: never without a reason; the usual ones are one key away, and none is chosen beforehand. */
export function DismissForm({
  review,
  hint,
  before,
  onDone,
  onClose,
}: {
  readonly review: string
  readonly hint: number
  readonly before: () => Promise<void>
  readonly onDone: (desk: ReviewDesk) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const dismiss = useDo(dismissHint)
  const [reason, setReason] = useState<Reason | null>(null)
  const [own, setOwn] = useState('')
  const words = [reason && t(`review.desk.reasons.${reason}`), own.trim()].filter(Boolean).join('. ')
  const send = async () => {
    if (!words) return
    await before()
    const answer = await dismiss.run({ params: { rid: review }, body: { hint, reason: words } })
    if (answer.ok) onDone(answer.body)
  }
  return (
    <form
      className={classes.form}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {dismiss.failure ? <FailureNotice failure={dismiss.failure} /> : null}
        <Radio.Group
          label={t('review.desk.reason')}
          value={reason ?? ''}
          onChange={(value) => setReason(value as Reason)}
        >
          <Rows gap="sm">
            {reasons.map((one, i) => (
              <Radio key={one} value={one} label={t(`review.desk.reasons.${one}`)} autoFocus={i === 0} />
            ))}
          </Rows>
        </Radio.Group>
        <TextInput
          label={t('review.desk.ownReason')}
          maxLength={900}
          value={own}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Bar>
          <Button type="submit" loading={dismiss.busy} disabled={!words}>
            {t('review.desk.saveDismissal')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
