// The failures of one session, from the log of the exam, from what the server did not hear, and from what a person wrote down.
import type { Logged } from '../conduct/entry.ts'
import { pausesOf } from '../conduct/standing.ts'
import type { Unseen } from '../hint/outage.ts'
import { type Instant, fromMs, instant, isAfter, isBefore } from '../time.ts'
import type { Fault } from '../wall/failure.ts'
import type { LoggedStep } from './step.ts'

export type KnownOutage = {
  /** Stays the same for as long as the session is kept. */
  readonly key: string
  readonly from: Instant
  readonly until: Instant
  /** True while it lasts. */
  readonly open: boolean
  readonly source: 'log' | 'silence' | 'person'
  readonly fault: Fault
  /** Who said whose fault it was; null: nobody has. */
  readonly foundBy: string | null
  readonly couldContinue: boolean
  readonly reason: string
}

/** `end`: when the session was over, null while it runs. */
type Given = {
  readonly log: readonly (Logged & { readonly name?: string })[]
  readonly blind: readonly Unseen[]
  readonly steps: readonly LoggedStep[]
  readonly end: Instant | null
}

/** A silence shorter than this is a hiccup of the network and no failure somebody has to decide about. */
const LEAST_SILENCE_MS = 60_000

export function outagesOf(given: Given, now: Instant): readonly KnownOutage[] {
  const all = [...fromLog(given, now), ...fromSteps(given.steps)]
  const silences = fromSilence(given, now).filter(
    (one) => !all.some(({ from, until }) => !isAfter(from, one.until) && !isBefore(until, one.from)),
  )
  return [...all, ...silences]
    .map((one) => withCause(one, given.steps))
    .toSorted((a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds)
}

function fromLog({ log, end }: Given, now: Instant): readonly KnownOutage[] {
  const names = new Map(log.map(({ seq, name }) => [seq, name ?? '']))
  return pausesOf(log)
    .filter(({ cause }) => cause !== 'proctor')
    .map((pause) => {
      const found = log.findLast(({ entry }) => entry.kind === 'fault' && entry.of === pause.seq)
      return {
        key: `log-${pause.seq}`,
        from: pause.from,
        until: pause.until ?? end ?? now,
        open: pause.until === null && end === null,
        source: 'log' as const,
        fault: pause.fault,
        foundBy: found ? (names.get(found.seq) ?? '') : null,
        // Nobody went on from it: the exam ended within the failure.
        couldContinue: pause.until !== null,
        reason: pause.reason,
      }
    })
}

function fromSilence({ blind, end }: Given, now: Instant): readonly KnownOutage[] {
  const last = end ?? now
  return blind
    .filter(({ sensor, from, to }) => sensor === 'link' && to - from >= LEAST_SILENCE_MS)
    .map(({ from, to }) => ({
      key: `silence-${from}`,
      from: fromMs(from),
      until: isAfter(fromMs(to), last) ? last : fromMs(to),
      open: false,
      source: 'silence' as const,
      fault: 'unknown' as const,
      foundBy: null,
      couldContinue: end === null || to < end.epochMilliseconds,
      reason: '',
    }))
}

const fromSteps = (steps: readonly LoggedStep[]): readonly KnownOutage[] =>
  steps.flatMap(({ seq, by, step }) =>
    step.kind === 'recorded'
      ? [
          {
            key: `person-${seq}`,
            from: instant(step.from),
            until: instant(step.until),
            open: false,
            source: 'person' as const,
            fault: step.fault,
            foundBy: step.fault === 'unknown' ? null : by.name,
            couldContinue: false,
            reason: step.reason,
          },
        ]
      : [],
  )

function withCause(outage: KnownOutage, steps: readonly LoggedStep[]): KnownOutage {
  const said = steps.findLast(({ step }) => step.kind === 'cause' && step.of === outage.key)
  if (said?.step.kind !== 'cause') return outage
  const { fault, couldContinue, reason } = said.step
  return { ...outage, fault, couldContinue, foundBy: said.by.name, reason: outage.reason || reason }
}
