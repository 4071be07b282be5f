// What may be done about a failure now, and why not: the moves of SM-17 over what is on the record (TR-20).
import { decideMove } from '../lifecycle/machine.ts'
import { outage as lifecycle, type OutageFacts, type OutageState } from '../lifecycle/outage.ts'
import { postponingUnlocked, type SignalEvent } from '../scheduling/postponing.ts'
import { type Instant, isAfter, isBefore, later } from '../time.ts'
import type { KnownOutage } from './outages.ts'
import type { FailurePowers } from './powers.ts'
import type { FailureStep, LoggedStep, NewTime } from './step.ts'

type Deed = Extract<FailureStep, { kind: 'postponed' | 'offered' | 'refused' }>

export type FailureStanding = {
  readonly is: 'open' | 'postponed' | 'offered' | 'agreed' | 'declined' | 'refused'
  /** What the examinee asked for, while nobody has answered. */
  readonly asked: { readonly at: Instant; readonly words: string } | null
  readonly deed: (LoggedStep & { readonly step: Deed }) | null
  readonly answer: { readonly at: Instant; readonly agrees: boolean; readonly words: string } | null
  /** The session of the new date. */
  readonly moved: string | null
  readonly posted: { readonly at: Instant; readonly by: string; readonly address: string } | null
}

const isDeed = (one: LoggedStep): one is LoggedStep & { readonly step: Deed } =>
  one.step.kind === 'postponed' || one.step.kind === 'offered' || one.step.kind === 'refused'

export function failureStanding(steps: readonly LoggedStep[]): FailureStanding {
  const deed = steps.findLast(isDeed) ?? null
  const since = steps.filter(({ seq }) => seq > (deed?.seq ?? 0))
  const pick = <Kind extends FailureStep['kind']>(kind: Kind) =>
    since.findLast(
      (one): one is LoggedStep & { readonly step: Extract<FailureStep, { kind: Kind }> } =>
        one.step.kind === kind,
    )
  const [asked, answer, moved, posted] = [pick('asked'), pick('answered'), pick('moved'), pick('posted')]
  return {
    is: stateOf(deed?.step.kind ?? null, answer?.step.agrees ?? null),
    asked: asked ? { at: asked.at, words: asked.step.words } : null,
    deed,
    answer: answer ? { at: answer.at, agrees: answer.step.agrees, words: answer.step.words } : null,
    moved: moved?.step.session ?? null,
    posted: posted ? { at: posted.at, by: posted.by.name, address: posted.step.address } : null,
  }
}

function stateOf(deed: Deed['kind'] | null, agrees: boolean | null): FailureStanding['is'] {
  if (deed === null) return 'open'
  if (deed !== 'offered') return deed
  return agrees === null ? 'offered' : agrees ? 'agreed' : 'declined'
}

/** Two that overlap are one loss of the signal. */
export function signalsOf(outages: readonly KnownOutage[]): readonly SignalEvent[] {
  const merged: { from: Instant; until: Instant }[] = []
  for (const { from, until } of outages.toSorted(
    (a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds,
  )) {
    const last = merged.at(-1)
    if (last && !isAfter(from, last.until)) last.until = later(last.until, until)
    else merged.push({ from, until })
  }
  return merged.flatMap(({ from, until }) => [
    { type: 'lost' as const, at: from },
    { type: 'restored' as const, at: until },
  ])
}

export type FailureRefusal =
  | 'no_failure'
  | 'failure_too_short'
  | 'retake_could_continue'
  | 'not_under_this_act'
  | 'already_decided'
  | 'no_reason'
  | 'no_channel'
  | 'wrong_failure_time'
  | 'nothing_to_answer'
  | 'already_asked'

/** What each deed would be refused for now; null: it may be done. */
export type FailureOpens = {
  readonly postpone: FailureRefusal | null
  readonly retake: FailureRefusal | null
  readonly refuse: FailureRefusal | null
}

type Case = {
  readonly outages: readonly KnownOutage[]
  readonly steps: readonly LoggedStep[]
  readonly powers: FailurePowers
}

/** Postponed and agreed are on the record for good; an offer nobody agreed to, and a refusal, may be thought over again. */
const settled = ({ is }: FailureStanding): boolean => is === 'postponed' || is === 'agreed'

export function failureOpens({ outages, steps, powers }: Case, now: Instant): FailureOpens {
  const standing = failureStanding(steps)
  if (settled(standing))
    return { postpone: 'already_decided', retake: 'already_decided', refuse: 'already_decided' }
  if (outages.length === 0) return { postpone: 'no_failure', retake: 'no_failure', refuse: 'no_failure' }
  const { minMinutes, retake } = powers
  const reachedLimit = minMinutes === null || postponingUnlocked(signalsOf(outages), { minMinutes }, now)
  const cut = outages.some(({ couldContinue }) => !couldContinue)
  return {
    postpone: move({ reachedLimit, choice: 'postpone' }, now),
    retake:
      retake === null
        ? 'not_under_this_act'
        : cut
          ? move({ reachedLimit, choice: 'retake' }, now)
          : 'retake_could_continue',
    refuse: standing.is === 'refused' ? 'already_decided' : null,
  }
}

const facts: OutageFacts = { reachedLimit: true, choice: null, agreedWithTeacher: true, channelChosen: true }

function move(given: Partial<OutageFacts>, now: Instant): FailureRefusal | null {
  const from: OutageState = given.reachedLimit ? 'long' : 'timing'
  const outcome = decideMove(lifecycle, from, 'decide', 'teacher', { ...facts, ...given }, now)
  return outcome.ok ? null : 'failure_too_short'
}

/** Why this deed is not done; null: it is. */
export function refuseDeed(one: Case, step: Deed, now: Instant): FailureRefusal | null {
  const opens = failureOpens(one, now)
  const why = { postponed: opens.postpone, offered: opens.retake, refused: opens.refuse }[step.kind]
  if (why) return why
  if (step.reason.trim() === '') return 'no_reason'
  if (step.kind === 'refused') return null
  if (step.channels.some((channel) => !one.powers.channels.includes(channel))) return 'not_under_this_act'
  return step.channels.includes('account') ? null : 'no_channel'
}

export const refuseAnswer = (steps: readonly LoggedStep[]): FailureRefusal | null =>
  failureStanding(steps).is === 'offered' ? null : 'nothing_to_answer'

/** 4.7: the examinee asks while nobody has decided; once is enough. */
export function refuseAsking(one: Case): FailureRefusal | null {
  const { is, asked } = failureStanding(one.steps)
  if (one.powers.retake === null) return 'not_under_this_act'
  if (one.outages.length === 0) return 'no_failure'
  if (is !== 'open') return 'already_decided'
  return asked ? 'already_asked' : null
}

/** The ground of a decision: the failure that broke the exam off; of several, or where it went on, the longest. */
export function groundOf(outages: readonly KnownOutage[]): KnownOutage | null {
  const cut = outages.filter(({ couldContinue }) => !couldContinue)
  const all = cut.length > 0 ? cut : outages
  return all.toSorted((a, b) => lengthMs(b) - lengthMs(a))[0] ?? null
}

const lengthMs = ({ from, until }: KnownOutage): number => until.epochMilliseconds - from.epochMilliseconds

export const newTimeOf = ({ deed }: FailureStanding): NewTime | null =>
  deed && deed.step.kind !== 'refused' ? deed.step.to : null

/** A failure that a person writes down: it is over, and lies within the time of the exam. */
export const refuseRecord = (
  { from, until, reason }: { readonly from: Instant; readonly until: Instant; readonly reason: string },
  of: { readonly opensAt: Instant; readonly end: Instant },
  now: Instant,
): FailureRefusal | null =>
  reason.trim() === ''
    ? 'no_reason'
    : !isBefore(from, until) || isAfter(until, now) || isBefore(from, of.opensAt) || isAfter(from, of.end)
      ? 'wrong_failure_time'
      : null
