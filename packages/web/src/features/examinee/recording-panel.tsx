import { IconDeviceDesktop, IconMicrophone, IconVideo, type TablerIcon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { LiveLevel } from '../../ui/level-meter.tsx'
import { silence } from '../../ui/loudness.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import { VideoPreview } from '../../ui/video-preview.tsx'
import { LinkState } from './link-state.tsx'
import classes from './recording-panel.module.css'
import { type DeviceView, isStarting, isWhole, type RecordingView } from './recording-view.ts'

const tones = { on: 'ok', starting: 'info', lost: 'bad', off: 'idle' } as const satisfies Record<
  DeviceView,
  Tone
>

/** What is recorded is always in sight: picture, sound, screen, and whether it reaches the server. */
export function RecordingPanel({ view }: { view: RecordingView }) {
  const { t } = useTranslation()
  return (
    <section className={classes.panel} aria-label={t('exam.run.panel')}>
      <Overall view={view} />
      <div className={classes.preview}>
        <VideoPreview
          stream={view.preview}
          label={t('exam.run.preview')}
          none={t('exam.warnings.camera_lost.title')}
          mirrored
        />
      </div>
      <ul className={classes.devices}>
        <Device icon={IconVideo} name={t('exam.run.camera')} state={view.camera} />
        <Device icon={IconMicrophone} name={t('exam.run.microphone')} state={view.microphone} />
        <li className={classes.level}>
          <LiveLevel of={view.microphone === 'on' ? view.level : silence} label={t('exam.run.level')} />
        </li>
        <Device icon={IconDeviceDesktop} name={t('exam.run.screen')} state={view.screen} />
      </ul>
      <LinkState link={view.link} />
      {typeof view.getsReady === 'number' ? (
        <p className={classes.ready}>
          {t('exam.run.gettingReady', { percent: Math.round(view.getsReady * 100) })}
        </p>
      ) : null}
    </section>
  )
}

function Overall({ view }: { view: RecordingView }) {
  const { t } = useTranslation()
  const state = isWhole(view) ? 'on' : isStarting(view) ? 'starting' : 'partial'
  const words = {
    on: t('exam.run.recordingOn'),
    starting: t('exam.run.recordingStarting'),
    partial: t('exam.run.recordingPaused'),
  }
  return (
    <p className={classes.overall} data-state={state} role="status">
      <span className={classes.lamp} aria-hidden />
      {words[state]}
    </p>
  )
}

function Device({ icon: Icon, name, state }: { icon: TablerIcon; name: string; state: DeviceView }) {
  const { t } = useTranslation()
  return (
    <li className={classes.device}>
      <Icon size={20} stroke={1.8} aria-hidden />
      <span className={classes.name}>{name}</span>
      <StateMark tone={tones[state]} word={t(`exam.run.${state}`)} quiet />
    </li>
  )
}
