// The clock of an attempt out of the effective policy; what the policy leaves open is an argument, never a value of ours.
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import { type Duration, minutes, seconds } from '../time.ts'
import type { TimePolicy } from './attempt.ts'

export type SaidByExam = {
  /** For an act that names no total time. */
  readonly lengthMinutes: number
  /** 004 App. 2 № 8: leaving the room is permitted in this exam, for so long. Null: it is not. */
  readonly leavingMinutes: number | null
  readonly returns: TimePolicy['returns']
}

/** Null while nobody decided after how long a lost connection ends the session (TR-65). */
export function timePolicy(policy: EffectivePolicy, exam: SaidByExam): TimePolicy | null {
  const disconnect = numberOf(policy, 'session.disconnect_auto_deauth_s')
  if (disconnect === null) return null
  const allowed = numberOf(policy, 'session.absence_allowed_min')
  const absence = exam.leavingMinutes ?? (allowed === 0 ? null : allowed)
  return {
    length: minutes(numberOf(policy, 'session.duration_min') ?? exam.lengthMinutes),
    timerStarts: policy['session.timer_starts'].value === 'first_task' ? 'first_task' : 'authorisation',
    returns: exam.returns,
    absenceAtMost: orNull(absence),
    outageLimit: orNull(numberOf(policy, 'tech_failure.min_minutes')),
    disconnectAtMost: seconds(disconnect),
  }
}

const orNull = (many: number | null): Duration | null => (many === null ? null : minutes(many))

/** R4-7.5b: «при неоднократных случаях»; where the act gives the right at any time, nothing has to be counted. */
export const violationsToStop = (policy: EffectivePolicy): number =>
  policy['live.stop_right'].value === 'repeated' ? (numberOf(policy, 'live.stop_violations') ?? 0) : 0
