import type { ClipRight, ClipSetting } from '@ochno/domain/appeal/clip'
import type { AccountId, SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import type { Instant } from '@ochno/domain/time'
import type { ViewId } from './watching.ts'

/** What a mark's piece of one track is: nothing beside these numbers is given. */
export type ClipTrack = {
  readonly tid: TrackId
  readonly from: number
  readonly to: number
  /** The records decoders need first. */
  readonly inits: readonly number[]
}

export type ClipStanding = {
  readonly who: 'examinee' | 'parent'
  readonly right: ClipRight
  readonly setting: ClipSetting
  /** When the window of the exam is over. */
  readonly windowOver: Instant
  readonly marks: readonly { readonly key: string; readonly from: number; readonly to: number | null }[]
}

/** Null: neither the examinee nor a parent of one under age, so that there is nothing here. */
export type ClipStandingOf = (
  tenant: TenantId,
  session: SessionId,
  account: AccountId,
  now: Instant,
) => Promise<ClipStanding | null>

export type Clips = {
  readonly setting: () => Promise<ClipSetting>
  readonly saveSetting: (setting: ClipSetting, at: Instant) => Promise<void>
  readonly open: (view: ViewId, mark: string, tracks: readonly ClipTrack[]) => Promise<void>
  readonly find: (
    view: ViewId,
  ) => Promise<{ readonly mark: string; readonly tracks: readonly ClipTrack[] } | null>
}
