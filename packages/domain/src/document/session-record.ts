import type { SkimWhy } from '../review/skim.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import type { PermissionSwitch } from '../incident/permissions.ts'
import type { Watched } from '../protocol/happened.ts'
import type { TrackId } from '../recording/track.ts'
import type { Instant } from '../time.ts'
import type { Registration } from './registration.ts'

export type Stretch = { readonly from: Instant; readonly to: Instant | null }

/** A mark that a person confirmed. */
export type PrintedMark = {
  readonly code: ViolationCode
  readonly times: readonly Stretch[]
  readonly comment: string
  /** Names of the pieces of the recording it rests on (R1-3.5). */
  readonly evidence: readonly string[]
}

/** Something that asked for a person's eyes and did not become a mark. */
export type PrintedAttention = {
  readonly at: Instant
  readonly what: string
  readonly outcome: 'permitted' | 'not_confirmed' | 'not_looked_at'
}

export type PrintedOutage = {
  readonly from: Instant
  readonly to: Instant
  readonly side: 'examinee' | 'institution' | 'provider' | 'network' | 'unknown'
  readonly description: string
  readonly decision: string
}

export type PrintedHappening = Stretch & { readonly what: string; readonly outcome: string }

export type PrintedCoverage = {
  readonly track: TrackId
  readonly percent: number
  readonly gaps: readonly { readonly from: Instant; readonly to: Instant }[]
}

/** How the recording was looked at afterwards; `owed`: passed over though something was in it. */
export type PrintedReview = {
  readonly by: string
  readonly lengthMs: number
  readonly playedMs: number
  readonly fastMs: number | null
  readonly skippedMs: number
  readonly owed: readonly PassedOver[]
  readonly passedOver: readonly PassedOver[]
  readonly hints: number
  readonly hintsResolved: number
}

type PassedOver = { readonly from: Instant; readonly to: Instant; readonly why: SkimWhy }

/** Who answers for the protocol: objectivity of the judgement and validity of each mark (R1-3.5, R3-3.5, R4-5.10). */
export type Confirmation = { readonly at: Instant }

export type SessionRecord = {
  readonly registration: Registration
  /** Given once, at registration (R1-4.2a); absent where nobody has given one. */
  readonly learner?: string | null
  readonly discipline: string
  readonly assessment: string
  readonly kind: 'synchronous' | 'asynchronous' | 'classroom'
  readonly proctor: string | null
  readonly authorised: Instant | null
  readonly deauthorised: Instant | null
  readonly identity: {
    readonly established: boolean
    readonly how: string
    readonly by: string
    readonly at: Instant
  } | null
  /** Whether the conditions guaranteed that the work was the examinee's own (R4-3.1); a person's answer. */
  readonly independent: boolean | null
  readonly marks: readonly PrintedMark[]
  readonly attention: readonly PrintedAttention[]
  readonly outages: readonly PrintedOutage[]
  readonly coverage: readonly PrintedCoverage[]
  /** What happened on the way, as the log of the exam has it. */
  readonly happened?: readonly PrintedHappening[]
  readonly watched?: Watched
  /** Absent where nobody reviewed the recording, and in editions signed before it was kept. */
  readonly review?: PrintedReview
  readonly permissions: readonly PermissionSwitch[]
  readonly accommodations: readonly string[]
  /** Advisory and printed only where the institution asked for it (TR-43). */
  readonly trust: { readonly score: number; readonly of: number; readonly version: string } | null
  readonly confirmation: Confirmation | null
}
