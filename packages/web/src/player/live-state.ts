// What the server last said of one person on the wall.
import type { LiveTrackState } from '@ochno/contract/watch'

export type LiveState = {
  /** `closed`: not any more, see `why`. */
  readonly is: 'connecting' | 'live' | 'closed'
  readonly why: string | null
  readonly state: string | null
  readonly deadline: string | null
  readonly deauthorizedAt: string | null
  readonly tracks: readonly LiveTrackState[]
  /** When the server first said that it shows this person, in ms of performance.now(). */
  readonly joinedAt: number | null
  /** Pictures were left out because this viewer's own network is slow; when, in ms of performance.now(). */
  readonly droppedAt: number | null
}

/** Coverage is shown in tenths of a percent. */
const shown = (track: LiveTrackState) =>
  `${track.tid} ${track.silentS} ${track.behindS} ${Math.floor(track.coverage * 1000)}`

/** The server says every second how everybody is; mostly nothing that is shown has changed. */
export const saysTheSame = (a: LiveState, b: LiveState): boolean =>
  a.is === b.is &&
  a.why === b.why &&
  a.state === b.state &&
  a.deadline === b.deadline &&
  a.deauthorizedAt === b.deauthorizedAt &&
  a.joinedAt === b.joinedAt &&
  a.droppedAt === b.droppedAt &&
  a.tracks.map(shown).join() === b.tracks.map(shown).join()
