// A call between a proctor and an examinee, read out of the session's log: it rings, is answered or not, and ends (R1-5.2a).
import type { ConductParty, Logged } from '../conduct/entry.ts'
import type { ConductRules } from '../conduct/rules.ts'
import { ofKind } from '../conduct/standing.ts'
import { numberOf } from '../policy/effective.ts'
import { parameters, type PolicyKey } from '../policy/schema.ts'
import { type Instant, instant, isBefore } from '../time.ts'
import type { SaidEnd } from './ends.ts'

/** The last three are nobody's word: the time said so. */
export type CallEnd = SaidEnd | 'missed' | 'session_over' | 'too_long'

export type Call = {
  readonly seq: number
  readonly reason: string
  readonly askedAt: Instant
  readonly answerUntil: Instant
  /** The examinee's page showed that somebody calls. Silence of a page that never showed it is not the examinee's. */
  readonly shown: boolean
  readonly answeredAt: Instant | null
  readonly endedAt: Instant | null
  readonly end: CallEnd | null
  readonly endedBy: ConductParty | null
}

export type CallTimes = { readonly ringSeconds: number; readonly longestMinutes: number }

/** No act speaks of calls: what the editor of acts proposes stands where the institution has decided nothing. */
export const callTimes = ({ policy }: ConductRules): CallTimes => ({
  ringSeconds: numberOf(policy, 'live.call_ring_s') ?? proposed('live.call_ring_s'),
  longestMinutes: numberOf(policy, 'live.call_longest_min') ?? proposed('live.call_longest_min'),
})

function proposed(key: PolicyKey): number {
  const { proposal } = parameters[key]
  return typeof proposal === 'number' ? proposal : 0
}

type Run = { readonly deauthorizedAt: Instant | null; readonly log: readonly Logged[] }

export function callsOf({ deauthorizedAt, log }: Run, rules: ConductRules, now: Instant): readonly Call[] {
  const { longestMinutes } = callTimes(rules)
  const answers = ofKind(log, 'call_answered')
  const ends = ofKind(log, 'call_end')
  const reached = ofKind(log, 'reached')
  return ofKind(log, 'call').map(({ seq, at, entry }) => {
    const answerUntil = instant(entry.answerUntil)
    const answeredAt = answers.find((one) => one.entry.of === seq)?.at ?? null
    const said = ends.find((one) => one.entry.of === seq)
    const limit = answeredAt ? answeredAt.add({ minutes: longestMinutes }) : answerUntil
    const over = endOf({ said, deauthorizedAt, limit, answered: answeredAt !== null, now })
    return {
      seq,
      reason: entry.reason,
      askedAt: at,
      answerUntil,
      shown: answeredAt !== null || reached.some((one) => one.entry.of === seq),
      answeredAt,
      ...over,
    }
  })
}

type Over = Pick<Call, 'endedAt' | 'end' | 'endedBy'>

/** What came first: a word, the end of the exam, or the end of the time. */
function endOf(found: {
  readonly said:
    | { readonly at: Instant; readonly party: ConductParty; readonly entry: { readonly is: SaidEnd } }
    | undefined
  readonly deauthorizedAt: Instant | null
  readonly limit: Instant
  readonly answered: boolean
  readonly now: Instant
}): Over {
  const { said, deauthorizedAt, limit, answered, now } = found
  const byTime: Over = { endedAt: limit, end: answered ? 'too_long' : 'missed', endedBy: 'system' }
  if (said && !isBefore(limit, said.at)) return { endedAt: said.at, end: said.entry.is, endedBy: said.party }
  if (deauthorizedAt && isBefore(deauthorizedAt, limit))
    return { endedAt: deauthorizedAt, end: 'session_over', endedBy: 'system' }
  return isBefore(now, limit) ? { endedAt: null, end: null, endedBy: null } : byTime
}

/** One at a time in one session. */
export const openCall = (run: Run, rules: ConductRules, now: Instant): Call | null =>
  callsOf(run, rules, now).find(({ endedAt }) => endedAt === null) ?? null

/** The examinee asks to be called, and nobody has called since. */
export function wantedCall(
  log: readonly Logged[],
): { readonly seq: number; readonly at: Instant; readonly text: string } | null {
  const asked = ofKind(log, 'call_wanted').at(-1)
  if (!asked || ofKind(log, 'call').some(({ seq }) => seq > asked.seq)) return null
  return { seq: asked.seq, at: asked.at, text: asked.entry.text }
}
