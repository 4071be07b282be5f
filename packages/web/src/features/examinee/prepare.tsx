import type { Recorder } from '@ochno/capture'
import { authorizeSession, startSession } from '@ochno/contract/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call, type Failure } from '../../api/client.ts'
import { recordingBegan } from '../../api/unsent.ts'
import { clock } from '../../ui/clock.ts'
import { moment } from '../../ui/moment.ts'
import { CheckView } from './check-view.tsx'
import { Door } from './door.tsx'
import { type Attempt, heard } from './session-load.ts'
import { useChecks } from './use-checks.ts'
import { useLevel } from './use-level.ts'

/** Before the start: the check with the devices that will record, and the press that begins everything. */
export function Prepare({
  attempt,
  zone,
  now,
  recorder,
  put,
}: {
  attempt: Attempt
  zone: string
  now: number
  recorder: Recorder | null
  put: (attempt: Attempt) => void
}) {
  const { t, i18n } = useTranslation()
  const { session } = attempt
  const checks = useChecks(recorder)
  const preview = recorder?.preview() ?? null
  const level = useLevel(preview)
  const [starting, setStarting] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const waitMs = Date.parse(session.opensAt) - now

  const start = async () => {
    if (!recorder) return
    setStarting(true)
    setFailure(null)
    const authorised = await call(authorizeSession, { params: { sid: session.id } })
    if (!authorised.ok) {
      setStarting(false)
      return setFailure(authorised.failure)
    }
    recordingBegan(session.id)
    await recorder.start()
    const started = await call(startSession, { params: { sid: session.id } })
    put(heard(started.ok ? started.body : authorised.body))
  }

  return (
    <Door>
      <CheckView
        title={session.exam.title}
        length={t('common.duration.minutes', { count: session.lengthMinutes })}
        checks={{ ...checks.found, preview, level }}
        notYet={
          waitMs > 0
            ? `${t('exam.early.text', { at: moment(session.opensAt, zone, i18n.language) })} ${t('exam.early.inTime', { time: clock(waitMs) })}`
            : null
        }
        starting={starting}
        failure={failure}
        onRun={() => void checks.run()}
        onShareScreen={() => void checks.share()}
        onStart={() => void start()}
      />
    </Door>
  )
}
