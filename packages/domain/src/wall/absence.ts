// Leaving the place: how long one may be away, when it is a violation, and what is said beside the picture (TR-08).
import { absenceIsOverLimit } from '../calendar/deadlines.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import { type EffectivePolicy, isSaid, numberOf } from '../policy/effective.ts'
import { type Instant, isBefore } from '../time.ts'

export type AbsenceRule = {
  /** Null: the act lets nobody leave. */
  readonly allowedMinutes: number | null
  readonly violationIf: 'over_limit' | 'any_leaving'
}

/** «Более 5 минут» is a row of its own in 001; elsewhere who is away too long has left the camera's view. */
const codeOf: Readonly<Record<AbsenceRule['violationIf'], ViolationCode>> = {
  over_limit: 'absence_over_limit',
  any_leaving: 'left_camera_view',
}

/** `permittedMinutes`: 004 App. 2 № 8, leaving the room as the rules of this exam permit it; null: they do not. */
export function absenceRule(policy: EffectivePolicy, permittedMinutes: number | null): AbsenceRule {
  const allowed = permittedMinutes ?? numberOf(policy, 'session.absence_allowed_min')
  return {
    allowedMinutes: allowed === 0 ? null : allowed,
    violationIf: isSaid(policy, 'session.absence_violation_if', 'over_limit') ? 'over_limit' : 'any_leaving',
  }
}

export type Absence = {
  /** Declared: the examinee pressed «выйти»; otherwise a detector or the proctor saw that nobody is there. */
  readonly declared: boolean
  readonly from: Instant
  readonly until: Instant | null
  readonly extensions: readonly { readonly minutes: number; readonly reason: string; readonly at: Instant }[]
}

/** «Как правило, до 5 минут»: the proctor may give more, with a reason. */
export function extend(
  absence: Absence,
  minutes: number,
  reason: string,
  now: Instant,
):
  | { readonly ok: true; readonly absence: Absence }
  | { readonly ok: false; readonly why: 'not_declared' | 'already_back' | 'no_reason' | 'not_longer' } {
  if (!absence.declared) return { ok: false, why: 'not_declared' }
  if (absence.until !== null) return { ok: false, why: 'already_back' }
  if (reason.trim() === '') return { ok: false, why: 'no_reason' }
  if (!(minutes > 0)) return { ok: false, why: 'not_longer' }
  return {
    ok: true,
    absence: { ...absence, extensions: [...absence.extensions, { minutes, reason, at: now }] },
  }
}

const allowedMinutes = (absence: Absence, rule: AbsenceRule): number =>
  (rule.allowedMinutes ?? 0) + absence.extensions.reduce((sum, { minutes }) => sum + minutes, 0)

const isOver = (absence: Absence, rule: AbsenceRule, now: Instant): boolean =>
  absenceIsOverLimit(absence.from, absence.until ?? now, allowedMinutes(absence, rule))

/** `violation`: for the proctor to mark; `hint`: for the proctor to look at, since nobody declared anything. */
export type AbsenceStanding =
  | { readonly is: 'within' }
  | { readonly is: 'hint' }
  | { readonly is: 'violation'; readonly code: ViolationCode }

export function absenceStands(absence: Absence, rule: AbsenceRule, now: Instant): AbsenceStanding {
  if (!absence.declared) return { is: 'hint' }
  const over = rule.allowedMinutes === null || isOver(absence, rule, now)
  return over ? { is: 'violation', code: codeOf[rule.violationIf] } : { is: 'within' }
}

const aboutAbsence: readonly ViolationCode[] = ['left_camera_view', 'face_absent', 'absence_from_workplace']

/** What a detector sees of an empty chair during a permitted absence is no hint, as long as the limit has not passed. */
export const isCoveredByAbsence = (
  code: ViolationCode,
  at: Instant,
  absences: readonly Absence[],
  rule: AbsenceRule,
): boolean =>
  aboutAbsence.includes(code) &&
  rule.allowedMinutes !== null &&
  absences.some(
    (absence) =>
      absence.declared &&
      !isBefore(at, absence.from) &&
      (absence.until === null || !isBefore(absence.until, at)) &&
      !absenceIsOverLimit(absence.from, at, allowedMinutes(absence, rule)),
  )

/** Shown beside the picture: the limit is each absence's own, the sum is for a person to weigh. */
export function absenceTotal(
  absences: readonly Absence[],
  now: Instant,
): { readonly declaredMs: number; readonly undeclaredMs: number; readonly times: number } {
  const sum = (declared: boolean) =>
    absences
      .filter((absence) => absence.declared === declared)
      .reduce((ms, { from, until }) => ms + ((until ?? now).epochMilliseconds - from.epochMilliseconds), 0)
  return { declaredMs: sum(true), undeclaredMs: sum(false), times: absences.length }
}
