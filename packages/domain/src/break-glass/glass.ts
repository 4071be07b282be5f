// T-20: an administrator has no right over recordings. Glass is broken with a reason, by a second person, for an hour, and whose
// recording it is learns of it.
import { type Instant, isAfter, isBefore, minutes, Temporal } from '../time.ts'

export const GLASS_LASTS = minutes(60)
/** What nobody answered in a day is not answered any more. */
const WAITS = Temporal.Duration.from({ hours: 24 })

export const glassStates = ['asked', 'lapsed', 'refused', 'open', 'over'] as const
type GlassState = (typeof glassStates)[number]

export type Glass = {
  readonly askedBy: string
  readonly askedAt: Instant
  readonly answeredAt: Instant | null
  /** Null: refused, or nobody answered. */
  readonly endsAt: Instant | null
}

export function glassStands({ askedAt, answeredAt, endsAt }: Glass, now: Instant): GlassState {
  if (answeredAt === null) return isAfter(now, askedAt.add(WAITS)) ? 'lapsed' : 'asked'
  if (endsAt === null) return 'refused'
  return isBefore(now, endsAt) ? 'open' : 'over'
}

export function refuseGlassAnswer(
  glass: Glass,
  person: string,
  examinee: string,
  now: Instant,
): 'own_glass' | 'glass_answered' | null {
  if (glass.askedBy === person || examinee === person) return 'own_glass'
  return glassStands(glass, now) === 'asked' ? null : 'glass_answered'
}
