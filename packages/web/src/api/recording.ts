// Stored fragments for the player: bytes of the records route.
import { readRecords, readTimeline, type TimelineView } from '@ochno/contract/watch'
import type { TrackId } from '@ochno/domain/recording/track'
import { call } from './client.ts'

export const fetchRecords =
  (session: string, view: string | null) =>
  async (
    tid: TrackId,
    range: { readonly from: number; readonly to: number; readonly init: number | null },
    signal: AbortSignal,
  ): Promise<Uint8Array<ArrayBuffer>> => {
    const answer = await call(
      readRecords,
      {
        params: { sid: session, tid },
        query: {
          from: range.from,
          to: range.to,
          ...(range.init === null ? {} : { init: range.init }),
          ...(view === null ? {} : { view }),
        },
      },
      signal,
    )
    if (!answer.ok) throw new Error(answer.failure.code)
    return new Uint8Array(await answer.body.arrayBuffer())
  }

export async function fetchTimeline(session: string, view: string): Promise<TimelineView | null> {
  const answer = await call(readTimeline, { params: { sid: session }, query: { view } })
  return answer.ok ? answer.body : null
}

/** Of somebody watched live. Null: refused; throws where the same may be answered later. */
export async function askTimeline(session: string): Promise<TimelineView | null> {
  const answer = await call(readTimeline, { params: { sid: session }, query: {} })
  if (answer.ok) return answer.body
  const { code, status } = answer.failure
  if (status === 0 || status === 401 || status === 429 || status >= 500) throw new Error(code)
  return null
}
