import { Button } from '@mantine/core'
import { type StandingView, sayToProctor } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { clock } from '../../ui/clock.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar } from '../../ui/page.tsx'
import { chime } from './chime.ts'

type Asked = { readonly session: SessionId; readonly standing: StandingView; readonly now: number }

/** What stands open between the examinee and the proctor: a look around, leaving the place, a pause of the clock. */
export function AskedNow(props: Asked) {
  const { scan, absence, pause } = props.standing
  return (
    <>
      {pause ? <Paused pause={pause} /> : null}
      {absence ? <Away {...props} absence={absence} /> : null}
      {scan && (scan.stands === 'waiting' || scan.stands === 'not_done') && !pause ? (
        <ScanRequest key={scan.seq} {...props} scan={scan} />
      ) : null}
    </>
  )
}

/** R1-5.2d, TR-39: plain words, a clock, and no threat: when the time is over the room can still be shown. */
function ScanRequest({ session, scan, now }: Asked & { scan: NonNullable<StandingView['scan']> }) {
  const { t } = useTranslation()
  const say = useDo(sayToProctor)
  useEffect(() => {
    void chime()
  }, [])
  const left = Date.parse(scan.answerUntil) - now
  const end = (is: 'done' | 'technical') =>
    void say.run({ params: { sid: session }, body: { kind: 'scan_end', of: scan.seq, is } })
  return (
    <Notice
      tone="warn"
      live="alert"
      title={t('wall.exam.scan.title')}
      action={
        <Bar>
          <Button loading={say.busy} onClick={() => end('done')}>
            {t('wall.exam.scan.done')}
          </Button>
          <Button variant="default" disabled={say.busy} onClick={() => end('technical')}>
            {t('wall.exam.scan.technical')}
          </Button>
        </Bar>
      }
    >
      <p>{t(scan.askedBy === 'system' ? 'wall.exam.scan.bySystem' : 'wall.exam.scan.byProctor')}</p>
      <p>{t('wall.exam.scan.how')}</p>
      <p>{left > 0 ? t('wall.exam.scan.left', { time: clock(left) }) : t('wall.exam.scan.late')}</p>
      {say.failure ? <FailureNotice failure={say.failure} /> : null}
    </Notice>
  )
}

function Away({ session, absence, now }: Asked & { absence: NonNullable<StandingView['absence']> }) {
  const { t } = useTranslation()
  const say = useDo(sayToProctor)
  const left = absence.mayUntil === null ? null : Date.parse(absence.mayUntil) - now
  return (
    <Notice
      tone={left !== null && left <= 0 ? 'bad' : 'info'}
      live="status"
      title={t('wall.exam.away.title')}
      action={
        <Button
          loading={say.busy}
          onClick={() => void say.run({ params: { sid: session }, body: { kind: 'back', of: absence.seq } })}
        >
          {t('wall.exam.away.back')}
        </Button>
      }
    >
      {left === null
        ? t('wall.exam.away.free')
        : left > 0
          ? t('wall.exam.away.left', { time: clock(left) })
          : t('wall.exam.away.over')}
      {say.failure ? <FailureNotice failure={say.failure} /> : null}
    </Notice>
  )
}

/** SM-17: the clock stands, and the time comes back. */
function Paused({ pause }: { pause: NonNullable<StandingView['pause']> }) {
  const { t } = useTranslation()
  return (
    <Notice
      tone="info"
      live="alert"
      title={t(pause.cause === 'failure' ? 'wall.exam.pause.failure' : 'wall.exam.pause.title')}
    >
      <p>{t('wall.exam.pause.reason', { reason: pause.reason })}</p>
      <p>{t('wall.exam.pause.text')}</p>
      {pause.mayPostpone ? <p>{t('wall.exam.pause.long')}</p> : null}
    </Notice>
  )
}
