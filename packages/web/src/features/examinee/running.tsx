import type { Recorder, RecorderState } from '@ochno/capture'
import { type SessionView, startSession } from '@ochno/contract/sessions'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/client.ts'
import { ExamRoom } from './exam-room.tsx'
import { comingBackMs, leftMs } from './exam-stage.ts'
import { showRecording } from './show-recording.ts'
import type { Ending } from './use-finish.ts'
import { useWatching } from './signals/use-watching.ts'
import { useConduct } from './use-conduct.ts'
import { useLeaveWarning } from './use-leave-warning.ts'
import { useLevel } from './use-level.ts'
import { usePhotos } from './use-photos.ts'
import { useRecordedDevices } from './use-recorded-devices.ts'
import { useQuality } from './use-quality.ts'
import type { Fixable } from './warnings-list.tsx'

export function Running({
  session,
  now,
  recorder,
  state,
  ending,
  refresh,
}: {
  session: SessionView
  now: number
  recorder: Recorder | null
  state: RecorderState
  ending: Ending
  refresh: () => void
}) {
  const { t } = useTranslation()
  const preview = recorder?.preview() ?? null
  const conduct = useConduct(session.id)
  const talking = conduct.standing?.calls.some(({ endedAt }) => endedAt === null) ?? false
  const recorded = useRecordedDevices(session.id, preview, state)
  const { heard, eyes } = useWatching({
    session: session.id,
    recorder,
    state,
    talking,
    began: recorded.began,
  })
  const level = useLevel(preview, heard)
  usePhotos(session.id, recorder, state.phase === 'recording')
  useQuality(session.id, recorder, state.phase === 'recording')
  useLeaveWarning(true)

  // Time that was given back moves the end: the page asks for it at once.
  const given = conduct.standing?.givenMs ?? 0
  const asked = useRef(0)
  useEffect(() => {
    if (given <= asked.current) return
    asked.current = given
    refresh()
  }, [given, refresh])

  // Reloaded between the two steps of the start: the task is begun now.
  const { id, state: at } = session
  useEffect(() => {
    if (at === 'authorized') void call(startSession, { params: { sid: id } })
  }, [at, id])

  const fix = (code: Fixable) => {
    if (code === 'signed_out') window.open('/sign-in', '_blank', 'noopener')
    else if (code === 'camera_lost' || code === 'microphone_lost') void recorder?.replaceCamera()
    else void recorder?.shareScreen()
  }

  return (
    <ExamRoom
      title={session.exam.title}
      instructions={session.task ?? ''}
      leftMs={leftMs(session, now) + comingBackMs(conduct, now)}
      now={now}
      session={session.id}
      conduct={conduct}
      recorder={recorder}
      recording={showRecording(state, preview, level, eyes)}
      devices={recorded.devices}
      finishing={ending.busy}
      failure={ending.failure}
      engineDied={state.phase === 'failed' ? t('exam.run.engineDied') : null}
      onFinish={ending.submit}
      onFix={fix}
      onRead={recorded.read}
    />
  )
}
