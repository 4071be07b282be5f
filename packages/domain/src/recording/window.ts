import { LATE_UPLOAD_MS } from './closing.ts'

/** What decides whether a session is being recorded. */
export type Control = {
  readonly closed: boolean
  readonly authorizedMs: number | null
  readonly deauthorizedMs: number | null
}

export type IngestPolicy = {
  /** ING-26: how long after the end of the control window a record may still arrive. */
  readonly lateUploadMs: number
  readonly leaseMs: number
  /** ING-28: bytes per second that all tracks of a session may average, and the backlog that may come in one go. */
  readonly quotaBytesPerS: number
  readonly quotaBurstBytes: number
}

export const defaultIngestPolicy: IngestPolicy = {
  lateUploadMs: LATE_UPLOAD_MS,
  leaseMs: 30_000,
  // Twice the nominal 0.73 Mbit/s of both tracks.
  quotaBytesPerS: 2 * 92_000,
  // Half an hour offline at the full nominal rate, and its events.
  quotaBurstBytes: 30 * 60 * 92_000,
}

/** R1-3.1a, ING-26: from authorisation, until the late-upload time after deauthorisation is over. */
export const accepts = (control: Control, policy: IngestPolicy, nowMs: number): boolean =>
  !control.closed &&
  control.authorizedMs !== null &&
  (control.deauthorizedMs === null || nowMs <= control.deauthorizedMs + policy.lateUploadMs)
