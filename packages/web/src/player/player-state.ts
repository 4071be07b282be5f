// What a viewer sees of a player.
import type { TrackId } from '@ochno/domain/recording/track'

export const SPEEDS = [0.5, 1, 1.5, 2, 3, 4, 6, 8, 10] as const

export type PlayerState = {
  readonly mode: 'live' | 'replay'
  readonly atMs: number
  readonly edgeMs: number
  readonly playing: boolean
  /** The picture waits for bytes. */
  readonly waiting: boolean
  /** The server refuses or does not answer; the player goes on asking. */
  readonly failing: boolean
  /** Nothing was recorded at this moment, by track. */
  readonly missing: readonly TrackId[]
  readonly speed: number
  readonly sound: boolean
}

/** Times may differ by less than the screen shows: a quarter of a second of the picture, a second of its edge. */
export const looksTheSame = (a: PlayerState, b: PlayerState): boolean =>
  Math.floor(a.atMs / 250) === Math.floor(b.atMs / 250) &&
  Math.floor(a.edgeMs / 1000) === Math.floor(b.edgeMs / 1000) &&
  a.mode === b.mode &&
  a.playing === b.playing &&
  a.waiting === b.waiting &&
  a.failing === b.failing &&
  a.speed === b.speed &&
  a.sound === b.sound &&
  a.missing.join() === b.missing.join()
