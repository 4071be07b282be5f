import type { Instant } from '../time.ts'
import { isBefore } from '../time.ts'

/** What a mark stands on: when it was, and either the record of that time or a person's words (000 2.2.3). */
export type Evidence = {
  readonly from: Instant | null
  readonly to: Instant | null
  /** Objects or tracks of the recording. */
  readonly media: readonly string[]
  readonly note: string
}

export type EvidenceRefusal = 'no_time_range' | 'time_runs_backwards' | 'neither_media_nor_note'

export function refuseEvidence(evidence: Evidence): EvidenceRefusal | null {
  const { from, to } = evidence
  if (from === null || to === null) return 'no_time_range'
  if (isBefore(to, from)) return 'time_runs_backwards'
  return evidence.media.length === 0 && evidence.note.trim() === '' ? 'neither_media_nor_note' : null
}
