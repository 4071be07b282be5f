import { refuseCall } from '../call/refuse.ts'
import { answerRoomScan } from '../decision/room-scan.ts'
import { signsOf } from '../incident/signs.ts'
import { catalogue } from '../incident/catalogue.ts'
import { mayMark, markSet } from '../incident/markable.ts'
import type { ListingAct } from '../incident/violation.ts'
import { refuseIntervention } from '../intervention/refuse.ts'
import { refuseUnjudged } from '../quality/unjudged.ts'
import { type Instant, instant, isAfter, isBefore } from '../time.ts'
import { extend } from '../wall/absence.ts'
import { type ConductEntry, type ConductKind, type ConductParty, type Logged, maySay } from './entry.ts'
import { actionsOf, type ConductRules, leavingRule, scanSeconds, warnBy } from './rules.ts'
import { absencesOf, openOffer, pausesOf, proposalsOf, scansOf } from './standing.ts'

export type ConductRun = {
  readonly authorizedAt: Instant | null
  readonly deauthorizedAt: Instant | null
  /** Everything said so far. */
  readonly log: readonly Logged[]
}

export type ConductRefusal =
  | 'not_running'
  | 'not_yours'
  | 'no_reason'
  | 'not_under_this_act'
  | 'not_on_the_list'
  | 'wrong_range'
  | 'nothing_to_answer'
  | 'already_answered'
  | 'already_asked'
  | 'only_a_person'
  | 'leaving_forbidden'
  | 'not_shown_yet'
  | 'no_time_to_answer'

const lists = (act: string | null): act is ListingAct => act === '001' || act === '003' || act === '004'

/** R4-5.8, R1-3.3a: the words a proctor may mark with; an act without a list leaves the whole catalogue. */
export const marksUnder = ({ act, permissions }: ConductRules): readonly string[] =>
  lists(act) ? markSet(act, permissions, []).codes : Object.keys(catalogue)

/** A proctor may still judge what the recording shows after the end; a complaint too comes when it is over. */
const afterwards: readonly ConductKind[] = ['mark', 'unjudged', 'judged', 'dismissed', 'complaint', 'fault']

export function refuseConduct(
  entry: ConductEntry,
  party: ConductParty,
  run: ConductRun,
  rules: ConductRules,
  now: Instant,
): ConductRefusal | null {
  if (!maySay(party, entry.kind)) return 'not_yours'
  if (run.authorizedAt === null || (run.deauthorizedAt !== null && !afterwards.includes(entry.kind)))
    return 'not_running'
  const { log } = run
  switch (entry.kind) {
    case 'chat':
    case 'complaint':
    case 'trouble':
    case 'given':
    case 'stop':
      return null
    case 'instruction':
      return blank(entry.reason)
    case 'warning':
      return blank(entry.reason) ?? (warnBy(rules).length > 0 ? null : 'not_under_this_act')
    case 'reached':
      return answers(log, entry.of, ['warning', 'instruction', 'call'])
    case 'read':
      return answers(log, entry.of, ['warning'])
    case 'followed':
      return answers(log, entry.of, ['instruction'])
    case 'ignored':
      return blank(entry.reason) ?? answers(log, entry.of, ['instruction']) ?? refuseIgnored(entry.of, log)
    case 'mark':
      return refuseMark(entry, run.authorizedAt, rules, now)
    case 'unjudged':
    case 'judged':
      return refuseUnjudged(entry, run.authorizedAt, log, run.deauthorizedAt ?? now)
    case 'dismissed':
      return (
        blank(entry.reason) ??
        (proposalsOf(log, rules, now).some(({ of }) => of === entry.of) ? null : 'nothing_to_answer')
      )
    case 'scan':
      return refuseScan(entry.reason, party, log, rules, now)
    case 'scan_end':
      return refuseScanEnd(entry, party, log, now)
    case 'left':
      if (leavingRule(rules).allowedMinutes === null) return 'leaving_forbidden'
      return absencesOf(log).some(({ until }) => until === null) ? 'already_asked' : null
    case 'back':
      return openAbsence(entry.of, log) ? null : 'nothing_to_answer'
    case 'more_absence': {
      const away = openAbsence(entry.of, log)
      const more = away && extend(away, entry.minutes, entry.reason, now)
      return more?.ok ? null : more?.why === 'no_reason' ? 'no_reason' : 'nothing_to_answer'
    }
    case 'pause':
      return (
        blank(entry.reason) ?? (pausesOf(log).some(({ until }) => until === null) ? 'already_asked' : null)
      )
    case 'resume':
      return pausesOf(log).some(({ seq, until }) => seq === entry.of && until === null)
        ? null
        : 'nothing_to_answer'
    case 'fault':
      return (
        blank(entry.reason) ??
        (pausesOf(log).some(({ seq, cause }) => seq === entry.of && cause === 'failure')
          ? null
          : 'nothing_to_answer')
      )
    case 'offer':
      return blank(entry.reason) ?? (openOffer(log) ? 'already_asked' : null)
    case 'call':
    case 'call_wanted':
    case 'call_answered':
    case 'call_end':
      return refuseCall(entry, party, run, rules, now)
    case 'offer_end':
      return openOffer(log)?.seq === entry.of ? null : 'nothing_to_answer'
  }
}

const blank = (reason: string): 'no_reason' | null => (reason.trim() === '' ? 'no_reason' : null)

const answers = (
  log: readonly Logged[],
  of: number,
  to: readonly ConductKind[],
): 'nothing_to_answer' | null =>
  log.some(({ seq, entry }) => seq === of && to.includes(entry.kind)) ? null : 'nothing_to_answer'

const openAbsence = (seq: number, log: readonly Logged[]) =>
  absencesOf(log).find((one) => one.seq === seq && one.until === null)

/** What was never on the screen cannot have been ignored (R3-4.2.6.1), and it is found once. */
function refuseIgnored(of: number, log: readonly Logged[]): ConductRefusal | null {
  if (log.some(({ entry }) => entry.kind === 'ignored' && entry.of === of)) return 'already_answered'
  const shown = log.some(
    ({ entry }) => (entry.kind === 'reached' || entry.kind === 'followed') && entry.of === of,
  )
  return shown ? null : 'not_shown_yet'
}

/** R1-5.2d: on demand with a reason, at random without; one at a time. */
function refuseScan(
  reason: string,
  party: ConductParty,
  log: readonly Logged[],
  rules: ConductRules,
  now: Instant,
): ConductRefusal | null {
  const by = party === 'system' ? 'system' : 'proctor'
  const why = refuseIntervention({ do: 'room_scan', by, reason }, actionsOf(rules))
  if (why === 'no_reason' || why === 'not_under_this_act') return why
  if (scanSeconds(rules) === null) return 'no_time_to_answer'
  const last = scansOf(log).at(-1)
  return last && last.outcome === null && isBefore(now, last.answerUntil) ? 'already_asked' : null
}

/** TR-39: silence is no refusal and no page says it; a proctor may still judge a request whose time is over. */
function refuseScanEnd(
  entry: Extract<ConductEntry, { kind: 'scan_end' }>,
  party: ConductParty,
  log: readonly Logged[],
  now: Instant,
): ConductRefusal | null {
  const scan = scansOf(log).find(({ seq }) => seq === entry.of)
  if (!scan) return 'nothing_to_answer'
  if (party === 'proctor' && entry.is === 'refused' && entry.reason.trim() === '') return 'no_reason'
  const answered = answerRoomScan(scan, { is: entry.is, by: party, at: now })
  return answered.ok ? null : answered.why
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
  if (mark.sign && !signsOf(mark.code, rules.act).some(({ sign }) => sign === mark.sign))
    return 'not_on_the_list'
  const [from, to] = [instant(mark.from), instant(mark.to)]
  return isBefore(from, began) || isBefore(to, from) || isAfter(to, now) ? 'wrong_range' : null
}
