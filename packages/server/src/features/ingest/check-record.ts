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
  const isMedia = header.kind === KIND.media || header.kind === KIND.init
  if (isMedia && tid === 'events') return 'malformed'
  if (header.kind === KIND.media && header.dur > LIMITS.mediaSeconds) return 'malformed'
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

const strict = new TextDecoder('utf-8', { fatal: true })
const DEEPEST = 16

function isObjectJson(payload: Uint8Array): boolean {
  try {
    const text = strict.decode(payload)
    if (depthOf(text) > DEEPEST) return false
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) && 'type' in value
  } catch {
    return false
  }
}

/** Counts brackets in strings too: what is deeper than any event of ours is not worth a closer look. */
function depthOf(text: string): number {
  let [now, most] = [0, 0]
  for (const letter of text) {
    if (letter === '{' || letter === '[') most = Math.max(most, ++now)
    else if (letter === '}' || letter === ']') now -= 1
  }
  return most
}
