// Where a session stands, read out of its log: what waits for an answer, what is open, what was counted.
import { type RoomScan, markOfRoomScan, roomScanStands } from '../decision/room-scan.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import { type Instant, instant } from '../time.ts'
import { type Absence, absenceStands, absenceTotal } from '../wall/absence.ts'
import { type FailureOpens, type Fault, givenBackMs, opensAfter, type Outage } from '../wall/failure.ts'
import { markOfInstruction } from '../wall/instruction.ts'
import { reachedBy, type Warning, warningCount } from '../wall/warning.ts'
import type { ConductEntry, ConductKind, Logged, OfferEnd, PauseCause } from './entry.ts'
import { type ConductRules, givingBack, leavingRule } from './rules.ts'

export type At<T> = T & { readonly seq: number }

type EntryOf<Kind extends ConductKind> = Extract<ConductEntry, { kind: Kind }>
type LoggedAs<Kind extends ConductKind> = Logged & { readonly entry: EntryOf<Kind> }

export const ofKind = <Kind extends ConductKind>(
  log: readonly Logged[],
  kind: Kind,
): readonly LoggedAs<Kind>[] => log.filter((row): row is LoggedAs<Kind> => row.entry.kind === kind)

export function scansOf(log: readonly Logged[]): readonly At<RoomScan>[] {
  const ends = ofKind(log, 'scan_end')
  return ofKind(log, 'scan').map(({ seq, at, party, entry }) => {
    const end = ends.find((one) => one.entry.of === seq)
    return {
      seq,
      askedAt: at,
      askedBy: party === 'system' ? 'system' : 'proctor',
      answerUntil: instant(entry.answerUntil),
      outcome: end ? { is: end.entry.is, by: end.party, at: end.at } : null,
    }
  })
}

export function absencesOf(log: readonly Logged[]): readonly At<Absence>[] {
  const backs = ofKind(log, 'back')
  const more = ofKind(log, 'more_absence')
  return ofKind(log, 'left').map(({ seq, at }) => ({
    seq,
    declared: true,
    from: at,
    until: backs.find(({ entry }) => entry.of === seq)?.at ?? null,
    extensions: more
      .filter(({ entry }) => entry.of === seq)
      .map(({ entry: { minutes, reason }, at }) => ({ minutes, reason, at })),
  }))
}

export type Pause = Outage & { readonly cause: PauseCause; readonly reason: string }

/** A proctor's own pause is nobody else's fault. */
export function pausesOf(log: readonly Logged[]): readonly At<Pause>[] {
  const resumed = ofKind(log, 'resume')
  const faults = ofKind(log, 'fault')
  return ofKind(log, 'pause').map(({ seq, at, entry: { cause, reason } }) => {
    const found = faults.filter(({ entry }) => entry.of === seq).at(-1)
    const fault: Fault = cause === 'proctor' ? 'institution' : (found?.entry.fault ?? 'unknown')
    return {
      seq,
      from: at,
      until: resumed.find(({ entry }) => entry.of === seq)?.at ?? null,
      fault,
      foundBy: found ? found.party : null,
      cause,
      reason,
    }
  })
}

/** What is given back by now and was not yet added to the time; never less than nothing: given time stays given. */
export function owedMs(
  log: readonly Logged[],
  rules: ConductRules,
  lengthMinutes: number,
  now: Instant,
): number {
  const back = givenBackMs(pausesOf(log), givingBack(rules, lengthMinutes), now)
  return Math.max(0, back - givenMs(log))
}

export const givenMs = (log: readonly Logged[]): number =>
  ofKind(log, 'given').reduce((sum, { entry }) => sum + entry.ms, 0)

export type Offer = { readonly to: string; readonly ended: OfferEnd | null }

export function openOffer(log: readonly Logged[]): At<Offer> | null {
  const ends = ofKind(log, 'offer_end')
  const open = ofKind(log, 'offer').find(({ seq }) => !ends.some(({ entry }) => entry.of === seq))
  return open ? { seq: open.seq, to: open.entry.to, ended: null } : null
}

function warningsOf(log: readonly Logged[]): readonly Warning[] {
  const reached = ofKind(log, 'reached')
  return ofKind(log, 'warning').map(({ seq, at, entry }) =>
    reached
      .filter((one) => one.entry.of === seq)
      .reduce<Warning>(
        (so, one) => reachedBy(so, one.entry.medium, one.at),
        (entry.inRoom ?? []).reduce<Warning>((so, medium) => reachedBy(so, medium, at), {
          at,
          reason: entry.reason,
          words: entry.text,
          by: entry.media,
          reached: {},
        }),
      ),
  )
}

/** A mark that an entry suggests; it is set or dismissed by the proctor alone. */
export type Proposal = {
  readonly of: number
  readonly code: ViolationCode
  readonly from: Instant
  readonly to: Instant
}

export function proposalsOf(log: readonly Logged[], rules: ConductRules, now: Instant): readonly Proposal[] {
  const rule = leavingRule(rules)
  const scans = scansOf(log).flatMap((scan): Proposal[] => {
    const code = markOfRoomScan(scan, now)
    return code ? [{ of: scan.seq, code, from: scan.askedAt, to: scan.outcome?.at ?? now }] : []
  })
  const absences = absencesOf(log).flatMap((absence): Proposal[] => {
    const stands = absenceStands(absence, rule, now)
    return stands.is === 'violation'
      ? [{ of: absence.seq, code: stands.code, from: absence.from, to: absence.until ?? now }]
      : []
  })
  const instructions = ofKind(log, 'ignored').flatMap(({ at, entry: { of, reason } }): Proposal[] => {
    const given = log.find(({ seq }) => seq === of)
    if (given?.entry.kind !== 'instruction') return []
    const { text: words, reason: why } = given.entry
    const code = markOfInstruction({
      words,
      reason: why,
      at: given.at,
      shownAt: null,
      confirmedAt: null,
      ignored: { at, reason },
    })
    return code ? [{ of, code, from: given.at, to: at }] : []
  })
  const settled = new Set([
    ...ofKind(log, 'mark').map(({ entry }) => entry.because),
    ...ofKind(log, 'dismissed').map(({ entry }) => entry.of),
  ])
  return [...scans, ...absences, ...instructions].filter(({ of }) => !settled.has(of))
}

export type Standing = {
  readonly warnings: { readonly given: number; readonly sent: number }
  /** Cases a person confirmed. */
  readonly violations: number
  readonly scan: (At<RoomScan> & { readonly stands: ReturnType<typeof roomScanStands> }) | null
  readonly absence: (At<Absence> & { readonly over: boolean; readonly mayUntil: Instant | null }) | null
  readonly absences: ReturnType<typeof absenceTotal>
  readonly pause: (At<Pause> & { readonly opens: FailureOpens }) | null
  readonly owedMs: number
  readonly givenMs: number
  readonly proposals: readonly Proposal[]
  readonly offer: At<Offer> | null
}

export function standing(
  log: readonly Logged[],
  rules: ConductRules,
  lengthMinutes: number,
  now: Instant,
): Standing {
  const scan = scansOf(log).at(-1)
  const absences = absencesOf(log)
  const away = absences.find(({ until }) => until === null)
  const paused = pausesOf(log).find(({ until }) => until === null)
  return {
    warnings: warningCount(warningsOf(log)),
    violations: ofKind(log, 'mark').length,
    scan: scan ? { ...scan, stands: roomScanStands(scan, now) } : null,
    absence: away
      ? {
          ...away,
          over: absenceStands(away, leavingRule(rules), now).is === 'violation',
          mayUntil: awayUntil(away, rules),
        }
      : null,
    absences: absenceTotal(absences, now),
    pause: paused ? { ...paused, opens: opensAfter(paused, true, rules.policy, now) } : null,
    owedMs: owedMs(log, rules, lengthMinutes, now),
    givenMs: givenMs(log),
    proposals: proposalsOf(log, rules, now),
    offer: openOffer(log),
  }
}

/** Null: as long as it takes. */
function awayUntil(away: Absence, rules: ConductRules): Instant | null {
  const { allowedMinutes } = leavingRule(rules)
  const minutes = away.extensions.reduce((sum, one) => sum + one.minutes, allowedMinutes ?? 0)
  return Number.isFinite(minutes) ? away.from.add({ milliseconds: Math.round(minutes * 60_000) }) : null
}
