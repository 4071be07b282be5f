// What the annex of a protocol says of failures and of what was decided about them (R4-5.12b, TR-35).
import type { Failure } from '../decision/findings.ts'
import { instant } from '../time.ts'
import type { Fault } from '../wall/failure.ts'
import { dayAndHour } from '../notice/failure-words.ts'
import { failureStanding, type FailureStanding } from './decide.ts'
import type { KnownOutage } from './outages.ts'
import type { LoggedStep } from './step.ts'

/** Times as text: a signed edition keeps them as they were printed. */
export type PrintedFailure = {
  /** The entry of the log it began with; null: no proctor stopped the clock. */
  readonly of: number | null
  readonly from: string
  readonly to: string
  readonly side: Fault
  readonly description: string
  readonly decision: string
}

const channels = { site: 'сайт', account: 'личный кабинет', email: 'электронная почта' } as const

function decisionWords({ deed, answer }: FailureStanding, zone: string): string {
  if (!deed) return ''
  const { step, by, at } = deed
  const who = `${by.name}, ${dayAndHour(at, zone)}`
  if (step.kind === 'refused') return `новая дата не назначена: ${step.reason} (${who})`
  const when = dayAndHour(instant(step.to.opensAt), zone)
  const how = step.channels.map((one) => channels[one]).join(', ')
  const what = step.kind === 'postponed' ? `перенос на ${when}` : `предложено пройти повторно ${when}`
  const agreed =
    step.kind === 'postponed'
      ? ''
      : answer === null
        ? '; ответа обучающегося нет'
        : answer.agrees
          ? '; обучающийся согласен'
          : '; обучающийся отказался'
  return `${what}${agreed}; ${step.reason}; извещение: ${how} (${who})`
}

const source = { log: '', silence: 'обрыв связи, отмечен системой', person: '' } as const

/** Nothing before somebody said something: what the log of the exam holds is printed from the log. */
export function printedFailures(
  outages: readonly KnownOutage[],
  steps: readonly LoggedStep[],
  zone: string,
): readonly PrintedFailure[] {
  if (steps.length === 0) return []
  const standing = failureStanding(steps)
  const ground = standing.deed?.step.ground?.key ?? null
  const words = decisionWords(standing, zone)
  return outages.map((one) => ({
    of: one.source === 'log' ? Number(one.key.slice('log-'.length)) : null,
    from: one.from.toString(),
    to: one.until.toString(),
    side: one.fault,
    description: one.reason || source[one.source],
    decision: one.key === ground ? words : '',
  }))
}

/** Whether a signed edition says already what is known now; the order of stored members does not matter. */
export const samePrinted = (a: readonly PrintedFailure[], b: readonly PrintedFailure[]): boolean =>
  line(a) === line(b)

const line = (all: readonly PrintedFailure[]): string =>
  JSON.stringify(
    all.map(({ of, from, to, side, description, decision }) => [of, from, to, side, description, decision]),
  )

/** For the decision on the result: who was given another date has no negative one from this attempt (R4-4.7). */
export function failureFinding(steps: readonly LoggedStep[]): Failure | null {
  const { is, deed } = failureStanding(steps)
  if (!deed || is === 'refused' || is === 'declined') return null
  const fault = deed.step.ground?.fault ?? 'unknown'
  // «Прерванная попытка не считается несдачей»: once the new date stands, nobody's fault makes it a result again.
  const anotherDate = is === 'postponed' || is === 'agreed'
  return { couldContinue: false, fault, ...(anotherDate ? { anotherDate } : {}) }
}
