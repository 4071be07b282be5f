// An absence the examinee declared beforehand: what follows from an empty chair is permitted up to the limit of the act (TR-08).
import { counts, type Verdict } from '../incident/observation.ts'
import type { ViolationCode } from '../incident/catalogue.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import type { Hint } from './hint.ts'
import type { Moment } from './signal.ts'

export type DeclaredAbsence = { readonly from: Moment; readonly to: Moment }

export const DECLARED_ABSENCE = 'declared_absence'

const emptyChair: readonly ViolationCode[] = ['left_camera_view', 'face_absent', 'absence_from_workplace']

/** Each absence has the limit for itself; exactly the limit is still permitted. */
export function declaredVerdict(
  hint: Hint,
  absences: readonly DeclaredAbsence[],
  policy: EffectivePolicy,
): Verdict {
  const minutes = numberOf(policy, 'session.absence_allowed_min') ?? 0
  const covers = ({ from, to }: DeclaredAbsence) =>
    hint.from >= from && hint.to <= Math.min(to, from + minutes * 60_000)
  return emptyChair.includes(hint.code) && absences.some(covers)
    ? { verdict: 'permitted', because: [DECLARED_ABSENCE] }
    : counts
}
