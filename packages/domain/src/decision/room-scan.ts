// A demand to show the room and how it ended. Silence is not refusal: only a person says that somebody refused (R1-6.5m, TR-39).
import { type Instant, isBefore } from '../time.ts'

export type RoomScan = {
  readonly askedAt: Instant
  /** Random ones come from the schedule of the system, the others from the proctor with a reason (TR-47). */
  readonly askedBy: 'system' | 'proctor'
  readonly answerUntil: Instant
  readonly outcome: RoomScanOutcome | null
}

export type RoomScanOutcome = {
  readonly is: 'done' | 'refused' | 'technical'
  readonly by: 'examinee' | 'proctor' | 'system'
  readonly at: Instant
}

export const roomScanStands = (
  scan: RoomScan,
  now: Instant,
): 'waiting' | 'not_done' | RoomScanOutcome['is'] =>
  scan.outcome?.is ?? (isBefore(now, scan.answerUntil) ? 'waiting' : 'not_done')

export type RoomScanRefusal = 'only_a_person' | 'already_answered'

export function answerRoomScan(
  scan: RoomScan,
  outcome: RoomScanOutcome,
): { readonly ok: true; readonly scan: RoomScan } | { readonly ok: false; readonly why: RoomScanRefusal } {
  if (scan.outcome) return { ok: false, why: 'already_answered' }
  if (outcome.is === 'refused' && outcome.by !== 'proctor') return { ok: false, why: 'only_a_person' }
  return { ok: true, scan: { ...scan, outcome } }
}

/** The mark a refusal leads to; a scan nobody made, or could not make, leads to none. */
export const markOfRoomScan = (scan: RoomScan, now: Instant): 'room_scan_refused' | null =>
  roomScanStands(scan, now) === 'refused' ? 'room_scan_refused' : null
