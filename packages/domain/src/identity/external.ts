// The slot for an identity provider of the state (001 4.3, 003 4.3, 004 6.3.3.1). What comes back is yes or no and the number of
// the provider's own transaction; nothing of a face or a voice passes through here (TR-02, TR-56).
import type { Instant } from '../time.ts'

export type ExternalResult = {
  readonly provider: string
  /** Null while the answer is awaited. */
  readonly transaction: string | null
  readonly result: 'asked' | 'positive' | 'negative'
  readonly at: Instant
}

/** Only a positive answer lets the step count; a negative one is kept and turns nobody away by itself. */
export const externalDone = (result: ExternalResult | null): boolean => result?.result === 'positive'
