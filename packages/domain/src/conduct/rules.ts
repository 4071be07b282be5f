// What the rules of an exam let a proctor do to it, and for how long; an exam without an act leaves every way open.
import type { ExamPermissions } from '../incident/permitted.ts'
import { actionsUnder, type Actions, type Medium } from '../intervention/actions.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import { parameters } from '../policy/schema.ts'
import { type AbsenceRule, absenceRule } from '../wall/absence.ts'
import type { GivingBack } from '../wall/failure.ts'

export type ConductRules = {
  /** Number of the act, null where none rules. */
  readonly act: string | null
  readonly policy: EffectivePolicy
  readonly permissions: Pick<ExamPermissions, 'switchedOff'> & Partial<Pick<ExamPermissions, 'switches'>>
}

/** Where no act names them, a warning is read and heard, a room is shown when asked, and an exam may be stopped. */
const everyWay: readonly Medium[] = ['text', 'audio']
const unruledActions: Actions = {
  comment: true,
  warnBy: everyWay,
  stopAfter: 0,
  scanAtRandom: false,
  scanOnDemand: true,
}

export const actionsOf = ({ act, policy }: ConductRules): Actions =>
  act === null ? unruledActions : actionsUnder(policy)

export const warnBy = (rules: ConductRules): readonly Medium[] => actionsOf(rules).warnBy

/** What the editor of acts proposes stands where an exam has no act, or its act asks for a scan without a term. */
export function scanSeconds({ policy }: ConductRules): number | null {
  const { proposal } = parameters['room_scan.response_timeout_s']
  return numberOf(policy, 'room_scan.response_timeout_s') ?? (typeof proposal === 'number' ? proposal : null)
}

/** 004 App. 2 № 8 with no limit of its own lasts as long as it lasts. */
export function leavingRule({ policy, permissions }: ConductRules): AbsenceRule {
  const leaving = permissions.switches?.allow_leaving_room
  const minutes =
    leaving && (leaving.limitSeconds === null ? Number.POSITIVE_INFINITY : leaving.limitSeconds / 60)
  return absenceRule(policy, minutes ?? null)
}

/** TR-20: nobody loses time by a failure that is not found to be their own; beyond the act's limit it is for the teacher. */
export const givingBack = ({ policy }: ConductRules, lengthMinutes: number): GivingBack => ({
  atMostMinutes: numberOf(policy, 'tech_failure.min_minutes') ?? lengthMinutes,
  forFaults: ['unknown', 'institution', 'provider', 'network'],
})
