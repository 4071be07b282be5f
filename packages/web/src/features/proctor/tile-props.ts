import type { AttentionView } from '@ochno/contract/attention'
import type { WallTile } from '@ochno/contract/watch'
import type { SessionPlayer } from '../../player/session-player.ts'
import type { WatchClient } from '../../player/watch-client.ts'
import type { WallBlind } from './use-hints.ts'
import type { Talk } from './use-talk.ts'

export type TileProps = {
  readonly client: WatchClient
  readonly tile: WallTile
  readonly number: number
  readonly selected: boolean
  readonly enlarged: boolean
  readonly swapped: boolean
  readonly actual: boolean
  readonly onPlayer: (session: string, player: SessionPlayer | null) => void
  readonly onEnlarge: () => void
  readonly onSwap: () => void
  readonly onActual: () => void
  readonly onTalk: () => void
  readonly onCall: () => void
  /** The talk with this person is open beside the wall. */
  readonly talking: boolean
  readonly onSelect: () => void
  readonly onSound: () => void
  /** How many are on the wall. */
  readonly among: number
  /** What all proctors together gave this person; null while the exam has not begun. */
  readonly attention: AttentionView | null
  readonly talk: Talk
  /** What the machine noticed and nobody has answered; null for nothing. */
  readonly hint: string | null
  /** When and why machines saw nothing, of everybody on the wall. */
  readonly blind: readonly WallBlind[]
}

/** Among many the pictures lie over each other, and only talking and enlarging are on the tile; the rest is on the keyboard. */
export const isSmall = ({ among, enlarged }: TileProps): boolean => among > 6 && !enlarged
