import type { Loudness } from '../../../ui/loudness.ts'
import { Button } from '@mantine/core'
import { IconFlag } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../../../ui/clock.ts'
import { Countdown } from '../../../ui/countdown.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Mark } from '../../../ui/mark.tsx'
import { Card } from '../../../ui/page.tsx'
import room from '../exam-room.module.css'
import { RecordingPanel } from '../recording-panel.tsx'
import type { DeviceView, RecordingView, WarningView } from '../recording-view.ts'
import { TaskText } from '../task-text.tsx'
import { useLeaveWarning } from '../use-leave-warning.ts'
import { type Fixable, WarningsList } from '../warnings-list.tsx'
import type { LocalRecorder, LocalState } from './local-recorder.ts'

type Props = {
  readonly title: string
  readonly minutes: number
  readonly recorder: LocalRecorder | null
  readonly state: LocalState
  readonly preview: MediaStream | null
  readonly level: Loudness
  readonly strip: ReactNode
  readonly ending: boolean
  readonly onAway: () => void
  readonly onFinish: () => void
}

const view = (state: 'off' | 'live' | 'lost', written: boolean): DeviceView =>
  state === 'live' ? (written ? 'on' : 'starting') : state

function recordingOf(state: LocalState, preview: MediaStream | null, level: Loudness): RecordingView {
  const codes: WarningView['code'][] = [
    ...(state.camera === 'lost' ? (['camera_lost'] as const) : []),
    ...(state.microphone === 'lost' && state.camera !== 'lost' ? (['microphone_lost'] as const) : []),
    ...(state.screen === 'live' ? [] : (['screen_ended'] as const)),
  ]
  return {
    camera: view(state.camera, state.written.cam),
    microphone: view(state.microphone, state.written.cam),
    screen: view(state.screen, state.written.screen),
    level,
    preview: state.camera === 'live' ? preview : null,
    link: { is: 'here', waitingS: 0 },
    warnings: codes.map((code) => ({ code, raw: code })),
  }
}

/** The same room as in the exam, with a practice task and a clock of its own. */
export function TrialRoom(props: Props) {
  const { t } = useTranslation()
  const { recorder, state, onFinish, onAway } = props
  const [endsAt] = useState(() => performance.now() + props.minutes * 60_000)
  const [leftMs, setLeftMs] = useState(props.minutes * 60_000)
  const [asking, setAsking] = useState(false)
  useLeaveWarning(true)
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(Math.max(0, endsAt - performance.now())), 500)
    return () => clearInterval(timer)
  }, [endsAt])
  const over = leftMs === 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end comes once.
  useEffect(() => {
    if (over) onFinish()
  }, [over])
  // biome-ignore lint/correctness/useExhaustiveDependencies: heard from the beginning to the end.
  useEffect(() => {
    const hidden = () => {
      if (document.hidden) onAway()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => document.removeEventListener('visibilitychange', hidden)
  }, [])
  const fix = (code: Fixable) =>
    void (code === 'camera_lost' || code === 'microphone_lost'
      ? recorder?.replaceCamera()
      : recorder?.shareScreen())
  const recording = recordingOf(state, props.preview, props.level)
  return (
    <div className={room.room}>
      <header className={room.bar}>
        <Mark />
        <h1 className={room.title}>{props.title}</h1>
        <Countdown leftMs={leftMs} label={t('exam.run.timeLeft')} />
        <div className={room.buttons}>
          <Button leftSection={<IconFlag size={18} aria-hidden />} onClick={() => setAsking(true)}>
            {t('exam.run.finish')}
          </Button>
        </div>
      </header>
      <div className={room.body}>
        <div className={room.task}>
          {props.strip}
          <WarningsList warnings={recording.warnings} onFix={fix} />
          <Card title={t('exam.run.tasks')}>
            <TaskText text={t('trial.task')} />
          </Card>
        </div>
        <aside className={room.side}>
          <RecordingPanel view={recording} />
        </aside>
      </div>
      <Dialog
        opened={asking}
        title={t('trial.finish')}
        confirm={t('exam.finish.confirm')}
        busy={props.ending}
        onConfirm={onFinish}
        onClose={() => setAsking(false)}
      >
        <p className={room.text}>{t('trial.finishText', { time: clock(leftMs) })}</p>
      </Dialog>
    </div>
  )
}
