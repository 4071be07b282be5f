import type { Recorder } from '@ochno/capture'
import { submitSession } from '@ochno/contract/sessions'
import type { SessionId } from '@ochno/domain/ids'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Failure } from '../../api/client.ts'
import { recordingConfirmed } from '../../api/unsent.ts'
import { type Attempt, heard } from './session-load.ts'

export type Ending = {
  readonly busy: boolean
  readonly failure: Failure | null
  /** Everything recorded is confirmed by the server. */
  readonly sent: boolean
  readonly submit: () => void
  readonly flush: () => void
}

const AGAIN_MS = 3_000

/**
 * First the server ends the exam, then the rest of the record is sent. Without a network the recording goes on and the
 * request is repeated: the exam is over when the server has said so, not before.
 */
export function useFinish({
  session,
  recorder,
  put,
}: {
  session: SessionId
  recorder: Recorder | null
  put: (attempt: Attempt) => void
}): Ending {
  const [wished, setWished] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sent, setSent] = useState(false)
  const flushing = useRef(false)
  const latest = useRef(put)
  latest.current = put

  useEffect(() => {
    if (!wished) return
    let gone = false
    let timer: ReturnType<typeof setTimeout> | null = null
    const attempt = async () => {
      const answer = await call(submitSession, { params: { sid: session } })
      if (gone) return
      if (answer.ok) {
        setFailure(null)
        latest.current(heard(answer.body))
        setWished(false)
      } else {
        setFailure(answer.failure)
        if (answer.failure.status === 0 || answer.failure.status >= 500) timer = setTimeout(attempt, AGAIN_MS)
        else setWished(false)
      }
    }
    void attempt()
    return () => {
      gone = true
      if (timer !== null) clearTimeout(timer)
    }
  }, [wished, session])

  const flush = useCallback(() => {
    if (!recorder || flushing.current) return
    flushing.current = true
    void recorder.finish().then(() => {
      recordingConfirmed(session)
      setSent(true)
    })
  }, [recorder, session])

  return { busy: wished, failure, sent, submit: () => setWished(true), flush }
}
