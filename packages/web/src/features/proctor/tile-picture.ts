// What the foot of a tile says of its picture: pure.
import type { PlayerState } from '../../player/player-state.ts'

export type TilePicture = {
  /** Seconds behind now; null: live. */
  readonly agoS: number | null
  readonly playing: boolean
  readonly sound: boolean
  /** There is something to go back to. */
  readonly shows: boolean
}

/** The same object while nothing of it changed, so that thirty tiles are not drawn anew with every picture. */
export function pictureOf(state: PlayerState | null, before: TilePicture | null): TilePicture | null {
  if (!state) return null
  const { mode, atMs, edgeMs, playing, sound } = state
  const agoS = mode === 'replay' ? Math.floor(Math.max(0, edgeMs - atMs) / 1_000) : null
  const shows = edgeMs > 0
  const same =
    before !== null &&
    before.agoS === agoS &&
    before.playing === playing &&
    before.sound === sound &&
    before.shows === shows
  return same ? before : { agoS, playing, sound, shows }
}
