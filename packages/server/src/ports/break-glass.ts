import type { Glass } from '@ochno/domain/break-glass/glass'
import type { AccountId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'

export type GlassId = Id<'bgl'>

export type StoredGlass = Glass & {
  readonly id: GlassId
  readonly session: SessionId
  readonly examinee: AccountId
  readonly examineeName: string
  readonly examTitle: string
  readonly askedBy: AccountId
  readonly askedName: string
  readonly reason: string
  readonly answeredName: string | null
  readonly toldAt: Instant | null
}

export type BreakGlass = {
  readonly add: (
    glass: Pick<StoredGlass, 'id' | 'session' | 'askedBy' | 'askedAt' | 'reason'>,
  ) => Promise<void>
  /** The newest first. */
  readonly list: () => Promise<readonly StoredGlass[]>
  readonly lock: (id: GlassId) => Promise<StoredGlass | null>
  readonly answer: (id: GlassId, by: AccountId, at: Instant, endsAt: Instant | null) => Promise<void>
  /** Broken, the exam over, and whose recording it is not told yet. */
  readonly untold: () => Promise<readonly StoredGlass[]>
  /** False: another told them just now. */
  readonly told: (id: GlassId, at: Instant) => Promise<boolean>
}

export type UntoldGlass = () => Promise<readonly TenantId[]>

/** Whether this administrator may see this recording now. */
export type OpenGlass = (
  tenant: TenantId,
  session: SessionId,
  account: AccountId,
  now: Instant,
) => Promise<boolean>
