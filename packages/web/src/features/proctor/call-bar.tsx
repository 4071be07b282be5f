import { Button } from '@mantine/core'
import {
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconVideo,
  IconVideoOff,
  IconX,
} from '@tabler/icons-react'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { usePicture } from '../../talk/sound-out.ts'
import { clock } from '../../ui/clock.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './call-bar.module.css'
import { type CallFacts, type ProctorCall, ProctorCallContext } from './use-proctor-call.ts'
import { useNow } from './wall-clock.ts'

/** The call of this proctor, in sight whatever else is looked at. */
export function CallBar() {
  const { t } = useTranslation()
  const nowMs = useNow()
  const call = useContext(ProctorCallContext)
  if (!call?.of) return null
  const { of, facts } = call
  const { tone, word } = saidOf(call)
  return (
    <section className={classes.bar} aria-label={t('calls.bar.label', { name: of.name })}>
      <div className={classes.who}>
        <strong className={classes.name}>{of.name}</strong>
        <span role="status">
          <StateMark quiet tone={tone} word={t(word)} />
        </span>
        {facts && !facts.endedAt ? (
          <span role="timer" className={classes.time}>
            {clock(Math.max(0, nowMs - Date.parse(facts.answeredAt ?? facts.askedAt)))}
          </span>
        ) : null}
        {facts?.end ? <span className={classes.after}>{t(`calls.bar.after.${facts.end}`)}</span> : null}
        {call.failure === 'no_camera' ? <span className={classes.after}>{t('calls.noCamera')}</span> : null}
      </div>
      <Pictures call={call} />
      <div className={classes.acts}>{facts?.endedAt ? <Done call={call} /> : <Acts call={call} />}</div>
    </section>
  )
}

function Acts({ call }: { call: ProctorCall }) {
  const { t } = useTranslation()
  const { talk, facts, camera } = call
  const Sound = talk.muted ? IconMicrophoneOff : IconMicrophone
  const answered = facts?.answeredAt != null
  return (
    <>
      {answered ? (
        <>
          <Button
            variant="default"
            size="compact-md"
            aria-pressed={talk.muted}
            leftSection={<Sound size={18} aria-hidden />}
            onClick={() => talk.mute(!talk.muted)}
          >
            {t(talk.muted ? 'calls.unmute' : 'calls.mute')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            aria-pressed={camera !== null}
            leftSection={
              camera ? <IconVideoOff size={18} aria-hidden /> : <IconVideo size={18} aria-hidden />
            }
            onClick={() => void call.showSelf(camera === null)}
          >
            {t(camera ? 'calls.hideSelf' : 'calls.showSelf')}
          </Button>
        </>
      ) : null}
      <Button
        size="compact-md"
        color="accent.7"
        leftSection={<IconPhoneOff size={18} aria-hidden />}
        onClick={call.hangUp}
      >
        {t(answered ? 'calls.hangUp' : 'calls.cancel')}
      </Button>
    </>
  )
}

function Done({ call }: { call: ProctorCall }) {
  const { t } = useTranslation()
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconX size={18} aria-hidden />}
      onClick={call.forget}
    >
      {t('common.close')}
    </Button>
  )
}

function Pictures({ call: { talk, camera } }: { call: ProctorCall }) {
  const { t } = useTranslation()
  const theirs = usePicture(talk.picture)
  const own = usePicture(camera)
  if (!camera) return null
  return (
    <div className={classes.pictures}>
      <video ref={own} autoPlay muted playsInline aria-label={t('calls.own')} />
      {talk.picture ? <video ref={theirs} autoPlay muted playsInline aria-label={t('calls.theirs')} /> : null}
    </div>
  )
}

const endTone = (end: NonNullable<CallFacts['end']>): Tone =>
  end === 'hung_up' || end === 'cancelled' || end === 'session_over' ? 'idle' : 'warn'

function saidOf({ facts, talk }: ProctorCall) {
  if (!facts) return { tone: 'info' as const, word: 'calls.bar.rings' as const }
  if (facts.end)
    return {
      tone: endTone(facts.end),
      word:
        facts.end === 'missed' && !facts.shown
          ? ('calls.end.unreached' as const)
          : (`calls.end.${facts.end}` as const),
    }
  if (!facts.answeredAt) return { tone: 'info' as const, word: 'calls.bar.rings' as const }
  return {
    tone: talk.link === 'on' ? ('ok' as const) : ('warn' as const),
    word: `calls.bar.${talk.link}` as const,
  }
}
