import { type AttentionView, noteAttention, readAttention } from '@ochno/contract/attention'
import { useCallback, useEffect, useRef } from 'react'
import { call } from '../../api/client.ts'
import { useLoad } from '../../api/load.ts'
import { AttentionLog } from './attention-log.ts'

const LOOK_MS = 1_000
const SEND_MS = 5_000

export type Attended = ReadonlyMap<string, AttentionView>

/** Measures whom this proctor looks at and listens to, and says what all proctors together have seen of each. */
export function useAttention(
  enlarged: string | null,
  listening: () => string | null,
): { readonly attended: Attended; readonly answer: (session: string) => void } {
  const log = useRef<AttentionLog | null>(null)
  log.current ??= new AttentionLog(() => crypto.randomUUID())
  const load = useLoad(readAttention, {}, { everyMs: 5_000 })
  const attended: Attended = new Map(
    load.is === 'ready' ? load.value.rows.map((row) => [row.session, row]) : [],
  )
  const latest = useRef({ enlarged, listening, attended })
  latest.current = { enlarged, listening, attended }

  useEffect(() => {
    const look = () => {
      const { enlarged, listening } = latest.current
      const seen = document.visibilityState === 'visible'
      const at = performance.now()
      log.current?.look('enlarged', seen ? enlarged : null, at)
      log.current?.look('listening', listening(), at)
    }
    const send = async () => {
      log.current?.cut(performance.now())
      const notes = log.current?.unsent(performance.now()) ?? []
      if (!notes.length) return
      const answer = await call(noteAttention, { body: { notes } }).catch(() => null)
      if (answer?.ok) log.current?.kept(answer.body.kept)
    }
    const looking = setInterval(look, LOOK_MS)
    const sending = setInterval(() => void send(), SEND_MS)
    const hidden = () => {
      look()
      void send()
    }
    document.addEventListener('visibilitychange', hidden)
    return () => {
      clearInterval(looking)
      clearInterval(sending)
      document.removeEventListener('visibilitychange', hidden)
      void send()
    }
  }, [])

  const told = useRef(new Set<string>())
  const answer = useCallback((session: string) => {
    for (const { alert } of latest.current.attended.get(session)?.openAlerts ?? []) {
      const key = `${session} ${alert}`
      if (told.current.has(key)) continue
      told.current.add(key)
      log.current?.answered(session, alert, performance.now())
    }
  }, [])
  return { attended, answer }
}
