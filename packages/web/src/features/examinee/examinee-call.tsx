import { Button } from '@mantine/core'
import type { Recorder } from '@ochno/capture'
import { type StandingView, sayToProctor } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconMicrophone, IconMicrophoneOff, IconPhone, IconPhoneOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { usePicture } from '../../talk/sound-out.ts'
import type { TalkNow } from '../../talk/use-talk-now.ts'
import { clock } from '../../ui/clock.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar } from '../../ui/page.tsx'
import classes from './examinee-call.module.css'
import { type CallView, useExamineeCall } from './use-examinee-call.ts'

type Props = {
  readonly session: SessionId
  readonly standing: StandingView
  /** Who calls, as the log names the person. */
  readonly caller: string
  readonly now: number
  readonly recorder: Recorder | null
}

/** R1-5.2a: a call is a question, not an order: answering and not answering are both in reach, and the task stays in sight. */
export function ExamineeCall(props: Props) {
  const { t } = useTranslation()
  const call = useExamineeCall(props)
  const { open, ended, failure } = call
  if (open && call.stands === 'talking')
    return (
      <div className={classes.sheet}>
        <Talking {...props} call={call} open={open} talk={call.talk} />
      </div>
    )
  if (open)
    return (
      <div className={classes.sheet}>
        <Notice
          tone="info"
          live="alert"
          title={t(call.stands === 'ringing' ? 'calls.exam.rings' : 'calls.exam.left', {
            who: whoCalls(props.caller, t('calls.exam.proctor')),
          })}
          action={
            <Bar>
              <Button
                loading={call.busy}
                leftSection={<IconPhone size={18} aria-hidden />}
                onClick={() => void call.answer()}
              >
                {t(call.stands === 'ringing' ? 'calls.exam.answer' : 'calls.exam.comeBack')}
              </Button>
              <Button
                variant="default"
                disabled={call.busy}
                onClick={() => void call.end(call.stands === 'ringing' ? 'declined' : 'hung_up')}
              >
                {t(call.stands === 'ringing' ? 'calls.exam.notNow' : 'calls.exam.end')}
              </Button>
            </Bar>
          }
        >
          <p>{t('calls.exam.about', { reason: open.reason })}</p>
          <p>{t('calls.exam.recorded')}</p>
          {failure ? <FailureNotice failure={failure} /> : null}
        </Notice>
      </div>
    )
  if (!ended) return null
  return (
    <Notice
      tone={ended === 'no_path' || ended === 'lost' || ended === 'no_microphone' ? 'warn' : 'info'}
      live="status"
      title={t(`calls.exam.over.${ended}`)}
      action={
        <Button variant="default" onClick={call.forget}>
          {t('exam.proctor.understood')}
        </Button>
      }
    >
      {t(`calls.exam.after.${ended}`)}
    </Notice>
  )
}

const whoCalls = (name: string, role: string): string => (name ? `${role} ${name}` : role)

function Talking({
  caller,
  now,
  call,
  open,
  talk,
}: Props & { call: ReturnType<typeof useExamineeCall>; open: CallView; talk: TalkNow }) {
  const { t } = useTranslation()
  const picture = usePicture(talk.picture)
  const Sound = talk.muted ? IconMicrophoneOff : IconMicrophone
  return (
    <Notice
      tone={talk.link === 'again' ? 'warn' : 'ok'}
      {...(talk.link === 'on' ? {} : { live: 'status' as const })}
      title={t(`calls.link.${talk.link}`, { who: whoCalls(caller, t('calls.exam.proctor')) })}
      action={
        <Bar>
          <Button
            variant="default"
            aria-pressed={talk.muted}
            leftSection={<Sound size={18} aria-hidden />}
            onClick={() => talk.mute(!talk.muted)}
          >
            {t(talk.muted ? 'calls.unmute' : 'calls.mute')}
          </Button>
          <Button
            leftSection={<IconPhoneOff size={18} aria-hidden />}
            onClick={() => void call.end('hung_up')}
          >
            {t('calls.exam.end')}
          </Button>
        </Bar>
      }
    >
      <p>
        <span className={classes.time} role="timer">
          {clock(Math.max(0, now - Date.parse(open.answeredAt ?? open.askedAt)))}
        </span>{' '}
        {t(talk.muted ? 'calls.exam.muted' : 'calls.exam.recorded')}
      </p>
      {talk.picture ? (
        <video
          ref={picture}
          className={classes.picture}
          autoPlay
          muted
          playsInline
          aria-label={t('calls.exam.picture')}
        />
      ) : null}
    </Notice>
  )
}

/** The examinee may ask for a call; whether and when is the proctor's. */
export function AskForCall({ session, standing }: { session: SessionId; standing: StandingView }) {
  const { t } = useTranslation()
  const say = useDo(sayToProctor)
  if (standing.wantsCall) return <p className={classes.asked}>{t('calls.exam.asked')}</p>
  if (standing.calls.some(({ endedAt }) => endedAt === null)) return null
  return (
    <>
      {say.failure ? <FailureNotice failure={say.failure} /> : null}
      <Button
        variant="default"
        loading={say.busy}
        leftSection={<IconPhone size={18} aria-hidden />}
        onClick={() => void say.run({ params: { sid: session }, body: { kind: 'call_wanted' } })}
      >
        {t('calls.exam.ask')}
      </Button>
    </>
  )
}
