// What waits to be done with a media buffer.
import type { Range } from './buffered.ts'
import { joined } from './joined.ts'

export type Job =
  | { readonly do: 'reset'; readonly epoch: number }
  | { readonly do: 'append'; readonly bytes: Uint8Array<ArrayBufferLike> }
  | { readonly do: 'remove'; readonly range: Range }
  | { readonly do: 'call'; readonly call: () => void }

/** Takes the next job; bytes wait until `gatherMs` are over since the last ones, and those in a row go as one. */
export function nextGathered(jobs: Job[], sinceAppendMs: number, gatherMs: number): Job | null {
  if (jobs[0]?.do !== 'append') return jobs.shift() ?? null
  if (sinceAppendMs < gatherMs) return null
  const end = jobs.findIndex(({ do: what }) => what !== 'append')
  const row = jobs.splice(0, end < 0 ? jobs.length : end)
  return { do: 'append', bytes: joined(row.flatMap((one) => (one.do === 'append' ? [one.bytes] : []))) }
}
