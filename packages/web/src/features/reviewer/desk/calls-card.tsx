import { Button } from '@mantine/core'
import type { ReviewCall, ReviewDesk } from '@ochno/contract/review'
import { useTranslation } from 'react-i18next'
import { clock } from '../../../ui/clock.ts'
import { Card } from '../../../ui/page.tsx'
import classes from './desk.module.css'
import { share } from './hint-lane.tsx'

/** A voice beside the examinee's may have been the proctor's own: when it rang, whether it was answered, until when. */
export function CallsCard({
  calls,
  zeroMs,
  onGo,
}: {
  readonly calls: ReviewDesk['calls']
  readonly zeroMs: number
  readonly onGo: (ms: number) => void
}) {
  const { t } = useTranslation()
  if (calls.length === 0) return null
  const at = (iso: string) => clock(Date.parse(iso) - zeroMs)
  const times = ({ askedAt, answeredAt, endedAt }: ReviewCall) =>
    answeredAt
      ? t('review.desk.calls.talked', { rang: at(askedAt), from: at(answeredAt), to: at(endedAt) })
      : t('review.desk.calls.rang', { from: at(askedAt), to: at(endedAt) })
  return (
    <Card title={t('review.desk.calls.title')}>
      <ul className={classes.marks}>
        {calls.map((call) => (
          <li key={call.seq}>
            <div>
              <strong>{t(`calls.end.${call.end}`)}</strong>
              <p className={classes.quiet}>{[times(call), call.by].filter(Boolean).join(' · ')}</p>
              {call.reason ? <p>{t('review.desk.calls.reason', { reason: call.reason })}</p> : null}
            </div>
            <div className={classes.acts}>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('review.desk.calls.goTo', { at: at(call.askedAt) })}
                onClick={() => onGo(Date.parse(call.askedAt) - zeroMs)}
              >
                {t('review.desk.go')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Ringing is pale, talking is full. */
export function CallLane({
  calls,
  zeroMs,
  lengthMs,
}: {
  readonly calls: ReviewDesk['calls']
  readonly zeroMs: number
  readonly lengthMs: number
}) {
  return calls.flatMap(({ seq, askedAt, answeredAt, endedAt }) =>
    [
      { is: 'rings', from: askedAt, to: answeredAt ?? endedAt },
      ...(answeredAt ? [{ is: 'talks', from: answeredAt, to: endedAt }] : []),
    ].map(({ is, from, to }) => (
      <rect
        key={`${seq} ${is}`}
        className={classes.call}
        data-is={is}
        x={share(Date.parse(from) - zeroMs, lengthMs)}
        width={share(Math.max(Date.parse(to) - Date.parse(from), lengthMs / 300), lengthMs)}
        y="0"
        height="100%"
        rx="1"
      />
    )),
  )
}
