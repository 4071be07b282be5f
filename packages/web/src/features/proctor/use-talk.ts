import { type ConductView, readConduct, type StandingView } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { useLoad } from '../../api/load.ts'

export type Talk = {
  readonly rows: readonly ConductView[]
  readonly standing: StandingView | null
  /** The server's clock when it said so, Unix ms. */
  readonly asOf: number
}

/** What was said and what is open in one session; the more people are on the wall, the longer between two looks, up to 3 s. */
export function useTalk(session: string, among: number): Talk {
  const everyMs = among > 12 ? 3_000 : 2_000
  const load = useLoad(
    readConduct,
    { params: { sid: session as SessionId }, query: { after: 0 } },
    { everyMs },
  )
  return load.is === 'ready'
    ? { rows: load.value.rows, standing: load.value.standing, asOf: Date.parse(load.value.now) }
    : { rows: [], standing: null, asOf: 0 }
}
