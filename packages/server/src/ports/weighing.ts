import type { SessionId } from '@ochno/domain/ids'
import type { Verdict } from '@ochno/domain/incident/observation'
import type { Span } from '@ochno/domain/recording/coverage'
import type { Instant } from '@ochno/domain/time'
import type { Band } from '@ochno/domain/trust/bands'
import type { Tx } from './store.ts'

export type Ranked = { readonly hundredths: number; readonly band: Band }

/** What the exam's rules, the examinee's conditions and the network say of a hint. */
export type SaidOfHint = { readonly verdict: Verdict; readonly technical: boolean }

export type WeighedSession = {
  /** By the hint's number. */
  readonly said: ReadonlyMap<number, SaidOfHint>
  readonly trust: Ranked
  /** As if nobody had answered a hint or had it counted again. */
  readonly untold: Ranked
  /** The same of a piece alone, Unix ms. */
  readonly untoldIn: (piece: Span) => Ranked
}

/** Of many sessions by as many questions as of one; without those where nothing may be watched. */
export type WeighSessions = (
  tx: Tx,
  of: readonly { readonly session: SessionId; readonly authorizedAt: Instant | null }[],
  now: Instant,
) => Promise<ReadonlyMap<SessionId, WeighedSession>>
