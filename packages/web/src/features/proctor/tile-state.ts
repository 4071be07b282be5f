// What a tile says about its person, from what the server told: pure.
import type { LiveState } from '../../player/live-state.ts'
import type { Tone } from '../../ui/tone.ts'

export type Said<Key extends string> = { readonly tone: Tone; readonly word: Key; readonly count?: number }

type StateWord =
  | 'admitted'
  | 'authorized'
  | 'in_progress'
  | 'submitted'
  | 'deauthorized'
  | 'expired_not_started'
  | 'unknown'

const states: Readonly<Record<string, Said<StateWord>>> = {
  admitted: { tone: 'idle', word: 'admitted' },
  authorized: { tone: 'info', word: 'authorized' },
  in_progress: { tone: 'ok', word: 'in_progress' },
  submitted: { tone: 'idle', word: 'submitted' },
  deauthorized: { tone: 'idle', word: 'deauthorized' },
  expired_not_started: { tone: 'idle', word: 'expired_not_started' },
}

export const sessionSaid = (state: string): Said<StateWord> =>
  states[state] ?? { tone: 'idle', word: 'unknown' }

type LinkWord = 'connecting' | 'waiting' | 'good' | 'behind' | 'weak' | 'lost' | 'over' | 'closed' | 'slow'

const SILENT_WEAK_S = 4
/** A dead tile is marked within ten seconds: this, and one round of the server's word. */
const SILENT_LOST_S = 8
const BEHIND_S = 8
/** How long a tile remembers that the viewer's own line was too slow. */
const SLOW_FOR_MS = 8_000

/** The connection of the examinee; the worst track speaks. */
export function linkSaid(live: LiveState, state: string, nowMono: number): Said<LinkWord> {
  if (live.is === 'closed') return { tone: 'idle', word: 'closed' }
  if (live.is === 'connecting') return { tone: 'idle', word: 'connecting' }
  if (live.droppedAt !== null && nowMono - live.droppedAt < SLOW_FOR_MS) return { tone: 'warn', word: 'slow' }
  if (state === 'deauthorized' || state === 'submitted') return { tone: 'idle', word: 'over' }
  const heard = live.tracks.filter((track) => track.silentS !== null)
  if (!heard.length) return { tone: 'idle', word: 'waiting' }
  const silent = Math.min(...heard.map((track) => track.silentS ?? 0))
  const behind = Math.max(...heard.map((track) => track.behindS))
  if (silent >= SILENT_LOST_S) return { tone: 'bad', word: 'lost', count: silent }
  if (silent >= SILENT_WEAK_S) return { tone: 'warn', word: 'weak' }
  if (behind >= BEHIND_S) return { tone: 'warn', word: 'behind', count: behind }
  return { tone: 'ok', word: 'good' }
}

/** How long a tile waits for the first word of a track before it says that none is sent. */
const TRACK_KNOWN_MS = SILENT_LOST_S * 1_000

/** What stands where a picture is not: it is on its way until it is known that none is sent. Null: the foot says why. */
export function pictureSaid(
  live: LiveState,
  tid: 'cam' | 'screen',
  state: string,
  nowMono: number,
): 'fetching' | 'none' | null {
  if (live.is === 'closed') return null
  if (state === 'deauthorized' || state === 'submitted') return 'none'
  if (live.is === 'connecting' || live.joinedAt === null) return 'fetching'
  const silentS = live.tracks.find((track) => track.tid === tid)?.silentS ?? null
  if (silentS !== null) return silentS < SILENT_LOST_S ? 'fetching' : 'none'
  return nowMono - live.joinedAt < TRACK_KNOWN_MS ? 'fetching' : 'none'
}

/** A person who sits at the exam and of whom nothing comes. */
export const isDead = (live: LiveState, state: string): boolean =>
  linkSaid({ ...live, droppedAt: null }, state, 0).word === 'lost'

/** Nothing of this person has come yet: there is nothing to hear, stop, go back in or enlarge. */
export const nothingYet = (live: LiveState): boolean => live.tracks.every(({ silentS }) => silentS === null)

/** The weakest of the tracks, rounded down: 100 % is said only when nothing is missing. */
export function coveragePercent(live: LiveState): number | null {
  const shares = live.tracks.filter((track) => track.silentS !== null).map((track) => track.coverage)
  return shares.length ? Math.floor(Math.min(...shares) * 1000) / 10 : null
}
