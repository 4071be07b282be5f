import { KIND } from '@ochno/evidence/record'
import { readElement } from '../../src/core/webm.ts'
import type { ServerTrack, Stored } from './ingest-server.ts'

const SIMPLE_BLOCK = 0xa3

/** Times of every block of one muxer track (1 is picture when there is one), in ms on the epoch's timeline. */
export function blockTimes(record: Stored, track: number): number[] {
  const bytes = record.payload
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const times: number[] = []
  const cluster = readElement(bytes, 0)
  let start = 0
  for (let at = cluster?.body ?? bytes.length; at < bytes.length; ) {
    const element = readElement(bytes, at)
    if (!element || element.size === null) break
    if (element.id === 0xe7)
      for (let i = 0; i < element.size; i++) start = start * 256 + (bytes[element.body + i] ?? 0)
    if (element.id === SIMPLE_BLOCK && (bytes[element.body] ?? 0) === (0x80 | track))
      times.push(start + view.getInt16(element.body + 1))
    at = element.body + element.size
  }
  return times
}

export const media = (track: ServerTrack | undefined): Stored[] =>
  (track?.records ?? []).filter((r) => r.parsed.kind === KIND.media)

export const json = (record: Stored): Record<string, unknown> & { type: string } =>
  JSON.parse(Buffer.from(record.payload).toString())

export const gaps = (track: ServerTrack) => track.records.filter((r) => r.parsed.kind === KIND.gap).map(json)

export const events = (track: ServerTrack) =>
  track.records.filter((r) => r.parsed.kind === KIND.event).map(json)

/** Picture times of one epoch, on the client's monotonic clock. */
export function pictureTimes(track: ServerTrack, epoch: number): number[] {
  return media(track)
    .filter((r) => r.parsed.epoch === epoch)
    .flatMap((r) => blockTimes(r, 1).map((ms) => r.parsed.monoMs - r.parsed.mediaTs * 1000 + ms))
}

export function longestPause(times: readonly number[]): number {
  return times.slice(1).reduce((longest, time, i) => Math.max(longest, time - (times[i] ?? time)), 0)
}
