// SM-14: whether somebody is a proctor today, and who may keep him from it or let him back.
import type { PlainDate } from '../calendar/working-days.ts'
import { decideMove } from '../lifecycle/machine.ts'
import {
  type EligibilityCommand,
  type EligibilityState,
  proctorEligibility,
} from '../lifecycle/proctor-eligibility.ts'
import type { Role } from '../access/table.ts'
import { type Instant, isAfter } from '../time.ts'
import { isExternal, type ProctorPapers, papersStanding } from './papers.ts'
import type { ProctorRules } from './proctor.ts'

export const standingDeeds = ['suspend', 'reinstate', 'dismiss'] as const
export type StandingDeed = (typeof standingDeeds)[number]

/** Days are of the calendar, `2026-09-01`; the deed holds from that day on. */
type StandingStep = { readonly deed: StandingDeed; readonly from: string; readonly why: string }

/** `steps` as they were written: the last one that has begun holds. */
export const stepOn = <Step extends Pick<StandingStep, 'deed' | 'from'>>(
  steps: readonly Step[],
  day: PlainDate,
): Step | null => steps.findLast(({ from }) => from <= day.toString()) ?? null

/** A step against somebody counts as soon as it is written, one that lets him back from its day on. */
export function stepCounted<Step extends Pick<StandingStep, 'deed' | 'from'>>(
  steps: readonly Step[],
  today: PlainDate,
): Step | null {
  const last = steps.at(-1) ?? null
  return last?.deed === 'reinstate' ? stepOn(steps, today) : last
}

const barredAs = { suspend: 'proctor_suspended', dismiss: 'proctor_dismissed' } as const
export type Barred = (typeof barredAs)[keyof typeof barredAs]

/** Why somebody may not watch on this day, whatever his papers are. */
export function refuseStanding(
  steps: readonly Pick<StandingStep, 'deed' | 'from'>[],
  day: PlainDate,
): Barred | null {
  const step = stepOn(steps, day)
  return step === null || step.deed === 'reinstate' ? null : barredAs[step.deed]
}

export type StandingMoment = { readonly deed: StandingDeed; readonly at: Instant }

/** What somebody is on this day: a suspended proctor keeps his sign-in and his other roles, and watches nothing. */
export function rolesNow(
  roles: readonly Role[],
  steps: readonly StandingMoment[],
  now: Instant,
): readonly Role[] {
  const last = steps.findLast(({ at }) => !isAfter(at, now))
  return last === undefined || last.deed === 'reinstate' ? roles : roles.filter((role) => role !== 'proctor')
}

type Known = {
  readonly papers: ProctorPapers | null
  /** Null: the act asks nothing. */
  readonly rules: ProctorRules | null
  readonly steps: readonly Pick<StandingStep, 'deed' | 'from'>[]
  readonly today: PlainDate
}

/** Where on the way of SM-14 this person is. */
export function eligibilityState({ papers, rules, steps, today }: Known): EligibilityState {
  const last = stepCounted(steps, today)?.deed
  if (last === 'dismiss') return 'dismissed'
  if (last === 'suspend') return 'suspended'
  const lacks = (['sync', 'async', 'offline'] as const).map(
    (variant) => papersStanding(papers, rules, variant, today).missing,
  )
  // One variant is enough to be a proctor; which ones he may watch is asked at each assignment.
  const [least = []] = lacks.toSorted((a, b) => a.length - b.length)
  const has = (...whys: string[]) => least.some((why) => whys.includes(why))
  if (has('proctor_not_acquainted')) return 'candidate'
  if (has('proctor_not_trained', 'proctor_not_instructed')) return 'documents_acknowledged'
  if (has('proctor_no_order', 'proctor_no_contract', 'proctor_employer')) return 'trained'
  if (has('proctor_no_secrecy')) return 'appointed'
  return has('proctor_qualification_over') ? 'qualification_due' : 'eligible'
}

/** Whoever is suspended is suspended once more only to begin it earlier, or to take back the day of his return. */
const newlySuspended = (steps: Known['steps'], from: string): boolean => {
  const last = steps.at(-1)
  return last?.deed === 'reinstate' || (last?.deed === 'suspend' && from < last.from)
}

type Decided = {
  readonly why: string
  readonly by: 'director' | 'deputy_director' | 'methodist'
  readonly from: string
}

export function decideStanding(known: Known, deed: StandingDeed, { why, by, from }: Decided, now: Instant) {
  const again = deed === 'suspend' && newlySuspended(known.steps, from)
  const command: EligibilityCommand = deed
  return decideMove(
    proctorEligibility,
    eligibilityState(again ? { ...known, steps: [] } : known),
    command,
    by,
    {
      external: isExternal(known.papers),
      providerContractActive: true,
      actGiven: true,
      variantTrained: true,
      qualificationOver: null,
      reasonGiven: why.trim() !== '',
    },
    now,
  )
}
