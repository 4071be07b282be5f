// A look around on the record: who asked and why, when, what was recorded, and how it ended (R1-5.2d, TR-39).
import type { RoomScan } from '../decision/room-scan.ts'
import { actionsUnder } from '../intervention/actions.ts'
import { type InterventionRefusal, refuseIntervention } from '../intervention/refuse.ts'
import { type Attempt, inControlWindow } from '../lifecycle/attempt.ts'
import { type EffectivePolicy, numberOf } from '../policy/effective.ts'
import type { Span } from '../recording/coverage.ts'
import type { Mode } from '../scheduling/event.ts'
import type { Instant } from '../time.ts'

export type ScanOnRecord = {
  readonly scan: RoomScan
  /** Empty where the system asked. */
  readonly reason: string
}

export type ScanRefusal =
  | InterventionRefusal
  | 'outside_control_window'
  | 'nobody_watches'
  | 'no_time_to_answer'

/** The system asks in every mode; a proctor only who watches live, at any moment of the control window. */
export function askForScan(
  asked: { readonly by: 'system' | 'proctor'; readonly reason: string },
  attempt: Attempt,
  mode: Mode,
  policy: EffectivePolicy,
  now: Instant,
): { readonly ok: true; readonly asked: ScanOnRecord } | { readonly ok: false; readonly why: ScanRefusal } {
  if (!inControlWindow(attempt, now)) return { ok: false, why: 'outside_control_window' }
  if (asked.by === 'proctor' && mode === 'async') return { ok: false, why: 'nobody_watches' }
  const why = refuseIntervention({ do: 'room_scan', ...asked }, actionsUnder(policy))
  if (why) return { ok: false, why }
  const answerS = numberOf(policy, 'room_scan.response_timeout_s')
  if (answerS === null) return { ok: false, why: 'no_time_to_answer' }
  const scan: RoomScan = {
    askedAt: now,
    askedBy: asked.by,
    answerUntil: now.add({ seconds: answerS }),
    outcome: null,
  }
  return { ok: true, asked: { scan, reason: asked.by === 'system' ? '' : asked.reason } }
}

/** The stretch of the recording that shows it: from the demand to its end, in Unix ms. */
export const fragmentOf = ({ scan }: ScanOnRecord): Span => ({
  from: scan.askedAt.epochMilliseconds,
  to: (scan.outcome?.at ?? scan.answerUntil).epochMilliseconds,
})
