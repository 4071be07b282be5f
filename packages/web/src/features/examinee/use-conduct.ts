import { type ConductView, readOwnConduct, type StandingView } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { useEffect, useState } from 'react'
import { call } from '../../api/client.ts'

const WAIT_S = 20
const AGAIN_MS = 3_000

export type OwnConduct = {
  readonly rows: readonly ConductView[]
  /** Null until the server has answered once. */
  readonly standing: StandingView | null
  /** The server's clock when it said so, Unix ms. */
  readonly asOf: number
}

const nothing: OwnConduct = { rows: [], standing: null, asOf: 0 }

/** What the proctor says, as it is said: the question stays open until there is an answer, no socket is needed. */
export function useConduct(session: SessionId): OwnConduct {
  const [heard, setHeard] = useState<OwnConduct>(nothing)
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
        const { rows: news, standing, now } = answer.body
        wait = WAIT_S
        after = news.at(-1)?.seq ?? after
        setHeard((before) => ({
          // The list itself stays the same while nothing is new.
          rows: news.length ? [...before.rows, ...news] : before.rows,
          standing,
          asOf: Date.parse(now),
        }))
      }
    }
    void listen()
    return () => over.abort()
  }, [session])
  return heard
}
