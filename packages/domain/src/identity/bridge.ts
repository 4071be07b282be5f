// The answer of a bridge to an identity provider (docs/spec/external-identity.md): yes or no and a number, bound to one request (TR-56, P-13).
import type { AccountId } from '../ids.ts'
import { isOfAge } from '../people/plan.ts'
import { type Instant, isAfter, isBefore, Temporal } from '../time.ts'

/** How long the way there and back may take, and how far two clocks may differ. */
export const REQUEST_LIVES = Temporal.Duration.from({ minutes: 15 })
const SKEW = Temporal.Duration.from({ seconds: 60 })

export type BridgeRequest = {
  readonly account: AccountId
  /** The address of this installation, and of the bridge. */
  readonly audience: string
  readonly issuer: string
  readonly askedAt: Instant
  readonly endsAt: Instant
  readonly answered: boolean
}

export type BridgeAnswer = { readonly aud: string; readonly iss: string; readonly at: Instant }

export type BridgeRefusal =
  | 'identity_answer_wrong'
  | 'identity_answer_other'
  | 'identity_answer_used'
  | 'identity_answer_late'

/** Null: it counts. The signature was checked before. */
export function refuseAnswer(
  request: BridgeRequest,
  answer: BridgeAnswer,
  by: AccountId,
  now: Instant,
): BridgeRefusal | null {
  if (answer.aud !== request.audience || answer.iss !== request.issuer) return 'identity_answer_wrong'
  if (request.account !== by) return 'identity_answer_other'
  if (request.answered) return 'identity_answer_used'
  const early = isBefore(answer.at, request.askedAt.subtract(SKEW))
  const ahead = isAfter(answer.at, now.add(SKEW))
  return early || ahead || isAfter(now, request.endsAt) ? 'identity_answer_late' : null
}

/** Adults alone are led to a provider: for a child the institution would need more than its own click (P-13). */
export const isLedToProvider = (born: string | null, today: string): boolean =>
  born !== null && isOfAge(born, today)
