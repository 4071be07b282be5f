import { type ConductView, readOwnConduct } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { useEffect, useState } from 'react'
import { call } from '../../api/client.ts'

const WAIT_S = 20
const AGAIN_MS = 3_000

/** What the proctor says, as it is said: the question stays open until there is an answer, no socket is needed. */
export function useConduct(session: SessionId): readonly ConductView[] {
  const [rows, setRows] = useState<readonly ConductView[]>([])
  useEffect(() => {
    const over = new AbortController()
    const listen = async () => {
      let after = 0
      let wait = 0
      while (!over.signal.aborted) {
        const asked = { params: { sid: session }, query: { after, wait } }
        const answer = await call(readOwnConduct, asked, over.signal).catch(() => null)
        if (over.signal.aborted) return
        if (!answer?.ok) {
          await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
          continue
        }
        const news = answer.body.rows
        wait = WAIT_S
        after = news.at(-1)?.seq ?? after
        if (news.length) setRows((before) => [...before, ...news])
      }
    }
    void listen()
    return () => over.abort()
  }, [session])
  return rows
}
