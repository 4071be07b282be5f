// What happened while the exam ran, read out of its log: facts with their times, never an answer to a row of the form.
import { callsOf } from '../call/call.ts'
import { absencesOf, ofKind, pausesOf, scansOf } from '../conduct/standing.ts'
import type { Logged, Reach } from '../conduct/entry.ts'
import { type ConductRules, leavingRule } from '../conduct/rules.ts'
import { type RoomScan, roomScanStands } from '../decision/room-scan.ts'
import { type UnjudgedSpan, unjudgedOf } from '../quality/unjudged.ts'
import type { Instant } from '../time.ts'
import { absenceStands } from '../wall/absence.ts'
import { type Fault, opensAfter } from '../wall/failure.ts'

type Base = {
  /** The entry of the log it began with. */
  readonly of: number
  readonly from: Instant
  /** Null: at one moment, or nobody said that it was over. */
  readonly to: Instant | null
  /** The last entry of the log that says something of it. */
  readonly upTo: number
}

export type Happened = Base &
  (
    | {
        readonly is: 'failure'
        readonly reason: string
        readonly fault: Fault
        /** SM-17: a person's finding; false: nobody said whose fault it was. */
        readonly found: boolean
        readonly mayPostpone: boolean
      }
    | { readonly is: 'pause'; readonly reason: string }
    | { readonly is: 'given'; readonly ms: number }
    | { readonly is: 'absence'; readonly permitted: boolean; readonly moreMinutes: number }
    | {
        readonly is: 'scan'
        readonly by: 'system' | 'proctor'
        readonly stands: ReturnType<typeof roomScanStands>
        readonly reason: string
      }
    | {
        readonly is: 'warning'
        readonly text: string
        readonly reason: string
        readonly reached: readonly Reach[]
        /** By which it had to arrive; an edition signed before this was kept has none. */
        readonly media?: readonly Reach[] | undefined
        /** Face to face, by the proctor's own word. */
        readonly inRoom?: true
      }
    | {
        readonly is: 'instruction'
        readonly text: string
        readonly reason: string
        readonly answer: 'followed' | 'ignored' | 'none'
      }
    | { readonly is: 'call'; readonly reason: string; readonly answer: 'answered' | 'not_answered' }
    | { readonly is: 'trouble'; readonly text: string }
    /** `stands` false: it was judged after all. */
    | {
        readonly is: 'unjudged'
        readonly reason: string
        readonly spans: readonly UnjudgedSpan[]
        readonly stands: boolean
      }
    | { readonly is: 'hand_over'; readonly reason: string }
    | { readonly is: 'stop'; readonly reason: string; readonly consequence: string | null }
  )

/** `now`: the end of the exam; what nobody ended lasted until then. */
export function happenedOf(log: readonly Logged[], rules: ConductRules, now: Instant): readonly Happened[] {
  const upTo = (seq: number): number =>
    Math.max(seq, ...log.flatMap((row) => ('of' in row.entry && row.entry.of === seq ? [row.seq] : [])))
  const base = (of: number, from: Instant, to: Instant | null): Base => ({ of, from, to, upTo: upTo(of) })
  const found: Happened[] = []
  for (const pause of pausesOf(log)) {
    const at = base(pause.seq, pause.from, pause.until ?? now)
    found.push(
      pause.cause === 'proctor'
        ? { ...at, is: 'pause', reason: pause.reason }
        : {
            ...at,
            is: 'failure',
            reason: pause.reason,
            fault: pause.fault,
            found: pause.foundBy !== null,
            mayPostpone: opensAfter(pause, true, rules.policy, now).postpone,
          },
    )
  }
  for (const { seq, at, entry } of ofKind(log, 'given'))
    found.push({ ...base(seq, at, null), is: 'given', ms: entry.ms })
  for (const absence of absencesOf(log))
    found.push({
      ...base(absence.seq, absence.from, absence.until ?? now),
      is: 'absence',
      permitted: absenceStands(absence, leavingRule(rules), now).is !== 'violation',
      moreMinutes: absence.extensions.reduce((sum, { minutes }) => sum + minutes, 0),
    })
  for (const scan of scansOf(log)) found.push(scanOf(log, scan, base, now))
  for (const { seq, at, entry } of ofKind(log, 'warning'))
    found.push({
      ...base(seq, at, null),
      is: 'warning',
      text: entry.text,
      reason: entry.reason,
      reached: [
        ...new Set([
          ...(entry.inRoom ?? []),
          ...ofKind(log, 'reached').flatMap((one) => (one.entry.of === seq ? [one.entry.medium] : [])),
        ]),
      ].sort(),
      media: entry.media.filter((one) => one === 'text' || one === 'audio'),
      ...(entry.inRoom && { inRoom: true as const }),
    })
  for (const { seq, at, entry } of ofKind(log, 'instruction')) {
    const of = (kind: 'followed' | 'ignored') => ofKind(log, kind).some((one) => one.entry.of === seq)
    const answer = of('ignored') ? 'ignored' : of('followed') ? 'followed' : 'none'
    found.push({ ...base(seq, at, null), is: 'instruction', text: entry.text, reason: entry.reason, answer })
  }
  for (const { seq, at, entry } of ofKind(log, 'trouble'))
    found.push({ ...base(seq, at, null), is: 'trouble', text: entry.text })
  for (const call of callsOf({ deauthorizedAt: null, log }, rules, now))
    found.push({
      ...base(call.seq, call.answeredAt ?? call.askedAt, call.endedAt ?? now),
      is: 'call',
      reason: call.reason,
      answer: call.answeredAt ? 'answered' : 'not_answered',
    })
  for (const { seq, at, reason, spans, taken } of unjudgedOf(log))
    found.push({ ...base(seq, at, null), is: 'unjudged', reason, spans, stands: taken === null })
  for (const { seq, at, entry } of ofKind(log, 'offer'))
    if (ofKind(log, 'offer_end').some((one) => one.entry.of === seq && one.entry.is === 'accepted'))
      found.push({ ...base(seq, at, null), is: 'hand_over', reason: entry.reason })
  for (const { seq, at, entry } of ofKind(log, 'stop'))
    found.push({ ...base(seq, at, null), is: 'stop', reason: entry.reason, consequence: entry.consequence })
  return found.toSorted((a, b) => a.of - b.of)
}

function scanOf(
  log: readonly Logged[],
  scan: RoomScan & { readonly seq: number },
  base: (of: number, from: Instant, to: Instant | null) => Base,
  now: Instant,
): Happened {
  const end = ofKind(log, 'scan_end').find(({ entry }) => entry.of === scan.seq)
  return {
    ...base(scan.seq, scan.askedAt, scan.outcome?.at ?? null),
    is: 'scan',
    by: scan.askedBy,
    stands: roomScanStands(scan, now),
    reason: end?.entry.reason ?? '',
  }
}

/** 004 7.5, TR-46: a warning is received when it has arrived by every one of its media. */
export function receiptOf({
  reached,
  media = [],
}: Pick<Extract<Happened, { is: 'warning' }>, 'reached' | 'media'>):
  | 'reached'
  | 'text_only'
  | 'audio_only'
  | 'not_reached' {
  const [first] = reached
  if (!first) return 'not_reached'
  if (media.every((one) => reached.includes(one))) return 'reached'
  return first === 'text' ? 'text_only' : 'audio_only'
}

/** Entries after the one the proctor had before him when he last wrote, and those that add to an earlier one. */
export const isNew = ({ upTo }: Pick<Happened, 'upTo'>, seen: number): boolean => upTo > seen

export const lastOf = (log: readonly Logged[]): number => log.at(-1)?.seq ?? 0

/** For the protocol: what all proctors together gave this examinee, in whole seconds. */
export type Watched = {
  readonly enlargedS: number
  readonly listenedS: number
  readonly alerts: number
  readonly alertsAnswered: number
}
