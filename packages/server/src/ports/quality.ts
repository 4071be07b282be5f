import type { SessionId } from '@ochno/domain/ids'
import type { Told } from '@ochno/domain/quality/figures'

export type ToldMinute = Told & { readonly run: string; readonly ownFrom: number }

export type Quality = {
  /** How many were new. */
  readonly add: (session: SessionId, minutes: readonly ToldMinute[]) => Promise<number>
  readonly count: (session: SessionId) => Promise<number>
  readonly of: (session: SessionId) => Promise<readonly Told[]>
}
