// Binary frames of /ws/watch.
import { WATCH_PREFIX, watchKind } from '@ochno/contract/watch'
import { type TrackId, trackByNumber } from '@ochno/domain/recording/track'
import { HEADER, type Part, type RecordHeader, readHeader, readPart } from '@ochno/evidence/record'

export type WatchFrame = { readonly sub: number; readonly tid: TrackId } & (
  | { readonly is: 'record'; readonly header: RecordHeader; readonly payload: Uint8Array<ArrayBuffer> }
  | { readonly is: 'sealed'; readonly header: RecordHeader }
  | { readonly is: 'part'; readonly part: Part }
)

export function readWatchFrame(bytes: Uint8Array<ArrayBuffer>): WatchFrame | null {
  const tid = trackByNumber(bytes[1] ?? 0)
  if (bytes.length < WATCH_PREFIX || !tid) return null
  const to = { sub: ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0), tid }
  const body = bytes.subarray(WATCH_PREFIX)
  if (bytes[0] === watchKind.part) {
    const part = readPart(body)
    return part && { ...to, is: 'part', part }
  }
  const header = readHeader(body)
  if (!header) return null
  if (bytes[0] === watchKind.sealed) return { ...to, is: 'sealed', header }
  return bytes[0] === watchKind.record
    ? { ...to, is: 'record', header, payload: body.subarray(HEADER) }
    : null
}

export type StoredFragment = { readonly header: RecordHeader; readonly payload: Uint8Array<ArrayBuffer> }

/** Splits what the records route answered; a torn tail is left out. */
export function splitRecords(bytes: Uint8Array<ArrayBuffer>): StoredFragment[] {
  const out: StoredFragment[] = []
  let at = 0
  while (at + HEADER <= bytes.length) {
    const header = readHeader(bytes.subarray(at, at + HEADER))
    if (!header || at + HEADER + header.payloadLen > bytes.length) break
    out.push({ header, payload: bytes.subarray(at + HEADER, at + HEADER + header.payloadLen) })
    at += HEADER + header.payloadLen
  }
  return out
}
