// The day of the organiser: where each examinee stands, and what a person has to look at now.
import { type Instant, isBefore } from '../time.ts'

export const stages = [
  'expected',
  'at_door',
  'admitted',
  'refused',
  'in_session',
  'interrupted',
  'finished',
  'not_come',
] as const
export type Stage = (typeof stages)[number]

export type Expected = {
  readonly state: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly authorizedAt: Instant | null
  /** Of the door; null: nobody came to it. */
  readonly visit: 'preparing' | 'waiting' | 'asked_again' | 'admitted' | 'refused' | null
  readonly cameAt: Instant | null
  /** The clock stands. */
  readonly pausedAt: Instant | null
  /** False in a classroom: nobody waits for media there. */
  readonly recorded: boolean
  /** The last moment both the camera and the screen were heard of. */
  readonly recordedAt: Instant | null
  readonly needsProctor: boolean
  readonly proctors: number
  /** The earliest word of the examinee nobody answered. */
  readonly unansweredSince: Instant | null
}

/** Engineering proposals, not numbers of an act. */
export const todayLimits = { silentS: 30, doorS: 300, soonS: 1800, answerS: 60 } as const

const secondsTo = (now: Instant, at: Instant): number => (now.epochMilliseconds - at.epochMilliseconds) / 1000

const runs = ({ state }: Expected): boolean => state === 'authorized' || state === 'in_progress'

export const silentSince = (one: Expected, now: Instant): Instant | null => {
  const heard = one.recordedAt ?? one.authorizedAt
  return one.recorded && runs(one) && heard && secondsTo(now, heard) > todayLimits.silentS ? heard : null
}

export function stageOf(one: Expected, now: Instant): Stage {
  if (one.state === 'submitted' || one.state === 'deauthorized') return 'finished'
  if (runs(one)) return one.pausedAt || silentSince(one, now) ? 'interrupted' : 'in_session'
  if (one.visit === 'refused') return 'refused'
  if (one.state === 'expired_not_started' || !isBefore(now, one.closesAt)) return 'not_come'
  if (one.visit === 'admitted') return 'admitted'
  return one.visit === null ? 'expected' : 'at_door'
}

export const urgencies = [
  'recording_silent',
  'no_proctor',
  'unanswered',
  'paused',
  'door_waits',
  'late',
] as const
export type Urgency = { readonly what: (typeof urgencies)[number]; readonly since: Instant }

/** What calls for a person now, the gravest first; an ordinary minute of an exam calls for nobody. */
export function urgenciesOf(one: Expected, now: Instant): readonly Urgency[] {
  const found: Urgency[] = []
  const stage = stageOf(one, now)
  const silent = silentSince(one, now)
  if (silent) found.push({ what: 'recording_silent', since: silent })
  const soon = secondsTo(one.opensAt, now) <= todayLimits.soonS
  const ahead = stage === 'expected' || stage === 'at_door' || stage === 'admitted'
  if (one.needsProctor && one.proctors === 0 && (runs(one) || (ahead && soon)))
    found.push({ what: 'no_proctor', since: one.authorizedAt ?? one.opensAt })
  if (runs(one) && one.unansweredSince && secondsTo(now, one.unansweredSince) > todayLimits.answerS)
    found.push({ what: 'unanswered', since: one.unansweredSince })
  if (runs(one) && one.pausedAt) found.push({ what: 'paused', since: one.pausedAt })
  if (
    stage === 'at_door' &&
    one.visit === 'waiting' &&
    one.cameAt &&
    secondsTo(now, one.cameAt) > todayLimits.doorS
  )
    found.push({ what: 'door_waits', since: one.cameAt })
  // The start window is open and nobody came: somebody may telephone.
  if (stage === 'expected' && secondsTo(now, one.opensAt) > todayLimits.doorS)
    found.push({ what: 'late', since: one.opensAt })
  return found
}

export const countStages = (all: readonly Stage[]): Readonly<Record<Stage, number>> =>
  Object.fromEntries(
    stages.map((stage) => [stage, all.filter((one) => one === stage).length]),
  ) as unknown as Record<Stage, number>
