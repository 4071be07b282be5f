import { readConduct, readTalks, type StandingView } from '@ochno/contract/conduct'
import { useLoad } from '../../api/load.ts'

export type Talk = { readonly standing: StandingView | null; readonly wanted: number }

/** What is read anew once something was said or done in a session. */
export const changedBySaying = [readConduct, readTalks] as const

const nothing: Talk = { standing: null, wanted: 0 }

/** What is open with each person on the wall; the more people there are, the longer between two looks, up to 3 s. */
export function useTalks(among: number): (session: string) => Talk {
  const load = useLoad(readTalks, {}, { everyMs: among > 12 ? 3_000 : 2_000 })
  const talks = load.is === 'ready' ? load.value.talks : []
  return (session) => talks.find((talk) => talk.session === session) ?? nothing
}
