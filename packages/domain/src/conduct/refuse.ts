import { catalogue } from '../incident/catalogue.ts'
import { mayMark, markSet } from '../incident/markable.ts'
import type { ExamPermissions } from '../incident/permitted.ts'
import type { ListingAct } from '../incident/violation.ts'
import { actionsUnder, type Medium } from '../intervention/actions.ts'
import type { EffectivePolicy } from '../policy/effective.ts'
import { type Instant, instant, isAfter, isBefore } from '../time.ts'
import { type ConductEntry, type ConductKind, type ConductParty, maySay } from './entry.ts'

export type ConductRules = {
  /** Number of the act, null where none rules. */
  readonly act: string | null
  readonly policy: EffectivePolicy
  readonly permissions: Pick<ExamPermissions, 'switchedOff'>
}

export type ConductRun = {
  readonly authorizedAt: Instant | null
  readonly deauthorizedAt: Instant | null
  /** What an entry answers. */
  readonly earlier: (seq: number) => ConductKind | null
}

export type ConductRefusal =
  | 'not_running'
  | 'not_yours'
  | 'no_reason'
  | 'not_under_this_act'
  | 'not_on_the_list'
  | 'wrong_range'
  | 'nothing_to_answer'

/** Where no act names them, a warning is read and heard. */
const EVERY_WAY: readonly Medium[] = ['text', 'audio']

const lists = (act: string | null): act is ListingAct => act === '001' || act === '003' || act === '004'

export const warnBy = ({ act, policy }: ConductRules): readonly Medium[] =>
  act === null ? EVERY_WAY : actionsUnder(policy).warnBy

/** R4-5.8, R1-3.3a: the words a proctor may mark with; an act without a list leaves the whole catalogue. */
export const marksUnder = ({ act, permissions }: ConductRules): readonly string[] =>
  lists(act) ? markSet(act, permissions, []).codes : Object.keys(catalogue)

export function refuseConduct(
  entry: ConductEntry,
  party: ConductParty,
  run: ConductRun,
  rules: ConductRules,
  now: Instant,
): ConductRefusal | null {
  if (!maySay(party, entry.kind)) return 'not_yours'
  // A proctor may still mark what the recording shows after the end; a complaint too comes when it is over.
  const afterwards = entry.kind === 'mark' || entry.kind === 'complaint'
  if (run.authorizedAt === null || (run.deauthorizedAt !== null && !afterwards)) return 'not_running'
  switch (entry.kind) {
    case 'chat':
    case 'complaint':
      return null
    case 'instruction':
      return blank(entry.reason)
    case 'warning':
      return blank(entry.reason) ?? (warnBy(rules).length > 0 ? null : 'not_under_this_act')
    case 'reached':
      return answers(run, entry.of, ['warning', 'instruction'])
    case 'followed':
      return answers(run, entry.of, ['instruction'])
    case 'ignored':
      return blank(entry.reason) ?? answers(run, entry.of, ['instruction'])
    case 'mark':
      return refuseMark(entry, run.authorizedAt, rules, now)
  }
}

const blank = (reason: string): 'no_reason' | null => (reason.trim() === '' ? 'no_reason' : null)

const answers = (run: ConductRun, seq: number, to: readonly ConductKind[]): 'nothing_to_answer' | null => {
  const earlier = run.earlier(seq)
  return earlier !== null && to.includes(earlier) ? null : 'nothing_to_answer'
}

/** R1-3.3a: a code of the act, a range within the control window that is over already. */
function refuseMark(
  mark: Extract<ConductEntry, { kind: 'mark' }>,
  began: Instant,
  rules: ConductRules,
  now: Instant,
): ConductRefusal | null {
  const known = lists(rules.act)
    ? mayMark(markSet(rules.act, rules.permissions, []), mark.code)
    : mark.code in catalogue
  if (!known) return 'not_on_the_list'
  const [from, to] = [instant(mark.from), instant(mark.to)]
  return isBefore(from, began) || isBefore(to, from) || isAfter(to, now) ? 'wrong_range' : null
}
