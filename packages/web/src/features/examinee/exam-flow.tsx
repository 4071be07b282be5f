import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { hasUnsent } from '../../api/unsent.ts'
import { Door } from './door.tsx'
import { examStage } from './exam-stage.ts'
import { Over } from './over.tsx'
import { Prepare } from './prepare.tsx'
import { Running } from './running.tsx'
import { useServerNow } from './server-clock.ts'
import type { Attempt } from './session-load.ts'
import { Told } from './told.tsx'
import { useFinish } from './use-finish.ts'
import { useRecorder } from './use-recorder.ts'

export type FlowProps = {
  readonly attempt: Attempt
  readonly zone: string
  readonly put: (attempt: Attempt) => void
  readonly refresh: () => void
}

/** From the check to the last receipt. One recorder lives through all of it, so the devices are asked for once. */
export function ExamFlow({ attempt, zone, put, refresh }: FlowProps) {
  const { t } = useTranslation()
  const { session } = attempt
  const { recorder, state } = useRecorder(session.id)
  const now = useServerNow(attempt.clock)
  const stage = examStage(session, now)
  const ending = useFinish({ session: session.id, recorder, put })
  const began = useRef(false)

  // The deadline is the server's to pronounce: at zero the page asks it.
  const past = stage === 'running' && session.deadline !== null && now >= Date.parse(session.deadline)
  useEffect(() => {
    if (!past) return
    const timer = setInterval(refresh, 2_000)
    refresh()
    return () => clearInterval(timer)
  }, [past, refresh])

  // A reload in the middle goes on by itself; an end with something still on this disk is sent by itself.
  useEffect(() => {
    if (!recorder || began.current) return
    if (stage === 'running') {
      began.current = true
      void recorder.start()
      if (recorder.getState().camera === 'off') void recorder.replaceCamera()
    }
    if (stage === 'over' && hasUnsent(session.id)) {
      began.current = true
      void recorder.start()
    }
  }, [recorder, stage, session.id])

  const { flush } = ending
  useEffect(() => {
    if (stage === 'over' && (began.current || hasUnsent(session.id)) && recorder) flush()
  }, [stage, recorder, session.id, flush])

  if (state.phase === 'failed' && state.reason === 'second_tab')
    return (
      <Door>
        <Told tone="info" title={t('exam.second.title')} text={t('exam.second.text')} />
      </Door>
    )
  switch (stage) {
    case 'too_early':
    case 'prepare':
      return <Prepare attempt={attempt} zone={zone} now={now} recorder={recorder} put={put} />
    case 'called_off':
    case 'too_late':
      return <Over session={session} zone={zone} sending={null} />
    case 'running':
      return (
        <Running
          session={session}
          now={now}
          recorder={recorder}
          state={state}
          ending={ending}
          refresh={refresh}
        />
      )
    case 'over':
      return (
        <Over
          session={session}
          zone={zone}
          sending={ending.sent ? null : state}
          unsent={hasUnsent(session.id)}
        />
      )
  }
}
