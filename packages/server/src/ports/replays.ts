import type { CameraFragment } from '@ochno/domain/hint/replay'
import type { SessionId, TenantId } from '@ochno/domain/ids'

/** Digests of what cameras recorded, by which the same bytes are found again. */
export type Replays = {
  /** Reads the headers of at most so many fragments that nobody read yet, the oldest first. */
  readonly read: (most: number) => Promise<{
    /** Whether there was more to read than was asked for. */
    readonly more: boolean
    /** Sessions in which something is now known to be a copy of something accepted before it. */
    readonly copying: readonly SessionId[]
  }>
  /** Fragments of a session whose digest lies elsewhere too, and the first place of each. */
  readonly samesOf: (session: SessionId) => Promise<{
    readonly own: readonly CameraFragment[]
    readonly first: readonly CameraFragment[]
  }>
  /** When records of any track were accepted between two moments, Unix ms. */
  readonly acceptedBetween: (session: SessionId, from: number, to: number) => Promise<readonly number[]>
}

/** Institutions there are. */
export type UnreadTenants = () => Promise<readonly TenantId[]>
