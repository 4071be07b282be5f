import { type TrackId, trackNumbers } from '@ochno/domain/recording/track'
import { FORMAT, KIND, type RecordHeader } from '@ochno/evidence/record'
import type { Digest } from '../../ports/ingest.ts'
import { type IngestRefusal, LIMITS } from './refusal.ts'
import { same } from './track.ts'

/** What can be said of a record alone: does it say about its payload what is true of it. */
export function checkRecord(
  header: RecordHeader,
  payload: Uint8Array,
  tid: TrackId,
  digest: Digest,
): IngestRefusal | null {
  if (header.track !== trackNumbers[tid]) return 'malformed'
  if (header.payloadLen > LIMITS.payload) return 'too_large'
  if (payload.length !== header.payloadLen) return 'malformed'
  if (header.kind === KIND.gap || header.kind === KIND.event) {
    if (header.format !== FORMAT.json) return 'malformed'
    if (header.payloadLen > LIMITS.json) return 'too_large'
  }
  if (!same(digest(payload), header.sha256)) return 'checksum'
  // The hash is checked first: what was damaged on the way is a checksum fault, not the client's bad JSON.
  return (header.kind === KIND.gap || header.kind === KIND.event) && !isObjectJson(payload)
    ? 'malformed'
    : null
}

function isObjectJson(payload: Uint8Array): boolean {
  let text = ''
  for (const byte of payload) text += byte < 128 ? String.fromCharCode(byte) : '?'
  try {
    // Only the shape matters here, so bytes outside ASCII may stand for themselves.
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && 'type' in value
  } catch {
    return false
  }
}
