import { Button, TextInput } from '@mantine/core'
import { type ReviewDesk, type ReviewMark, withdrawMark } from '@ochno/contract/review'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { clock } from '../../../ui/clock.ts'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import classes from './desk.module.css'

type MarksCardProps = {
  readonly desk: ReviewDesk
  readonly zeroMs: number
  readonly working: boolean
  readonly onGo: (ms: number) => void
  readonly onDesk: (desk: ReviewDesk) => void
}

export function MarksCard({ desk, zeroMs, working, onGo, onDesk }: MarksCardProps) {
  const { t } = useTranslation()
  const [taking, setTaking] = useState<ReviewMark | null>(null)
  return (
    <Card title={t('review.desk.marksTitle')}>
      {desk.marks.length === 0 ? <p>{t('review.desk.noMarks')}</p> : null}
      <ul className={classes.marks}>
        {desk.marks.map((mark) => (
          <li key={`${mark.made} ${mark.seq}`} data-gone={mark.withdrawn !== null || undefined}>
            <div>
              <strong>{mark.wording}</strong>
              <p className={classes.quiet}>
                {t('review.desk.range', {
                  from: clock(Date.parse(mark.from) - zeroMs),
                  to: clock(Date.parse(mark.to) - zeroMs),
                })}
                {' · '}
                {t('review.desk.by', { name: mark.by, where: t(`review.desk.madeAt.${mark.made}`) })}
              </p>
              {mark.note ? <p>{mark.note}</p> : null}
              {mark.withdrawn ? (
                <p className={classes.quiet}>
                  {t('review.desk.takenBack', { reason: mark.withdrawn.reason })}
                </p>
              ) : null}
            </div>
            <div className={classes.acts}>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onGo(Date.parse(mark.from) - zeroMs - 3_000)}
              >
                {t('review.desk.go')}
              </Button>
              {working && mark.own && !mark.withdrawn ? (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('review.desk.takeBackOf', { wording: mark.wording })}
                  onClick={() => setTaking(mark)}
                >
                  {t('review.desk.takeBack')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {taking ? (
        <TakeBack
          review={desk.review.id}
          mark={taking}
          onClose={() => setTaking(null)}
          onDone={(after) => {
            setTaking(null)
            onDesk(after)
          }}
        />
      ) : null}
    </Card>
  )
}

function TakeBack({
  review,
  mark,
  onClose,
  onDone,
}: {
  readonly review: string
  readonly mark: ReviewMark
  readonly onClose: () => void
  readonly onDone: (desk: ReviewDesk) => void
}) {
  const { t } = useTranslation()
  const withdraw = useDo(withdrawMark)
  const [reason, setReason] = useState('')
  const send = async () => {
    const answer = await withdraw.run({ params: { rid: review, seq: mark.seq }, body: { reason } })
    if (answer.ok) onDone(answer.body)
  }
  return (
    <FormSheet
      title={t('review.desk.takeBackTitle')}
      onClose={onClose}
      failure={withdraw.failure}
      submit={t('review.desk.takeBack')}
      busy={withdraw.busy}
      disabled={reason.trim() === ''}
      onSubmit={() => void send()}
    >
      <Rows gap="sm">
        <p>{t('review.desk.takeBackText')}</p>
        <TextInput
          label={t('review.desk.takeBackReason')}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Rows>
    </FormSheet>
  )
}
