import type { IngestPolicy } from './window.ts'

/** A bucket that fills at the permitted rate and holds a backlog (ING-28, T-08). */
export type Bucket = { bytes: number; atMs: number }

export const fullBucket = (policy: IngestPolicy, nowMs: number): Bucket => ({
  bytes: policy.quotaBurstBytes,
  atMs: nowMs,
})

/** 0: taken; otherwise the seconds to wait. */
export function spend(bucket: Bucket, size: number, policy: IngestPolicy, nowMs: number): number {
  const grown = bucket.bytes + (Math.max(0, nowMs - bucket.atMs) / 1000) * policy.quotaBytesPerS
  bucket.bytes = Math.min(policy.quotaBurstBytes, grown)
  bucket.atMs = Math.max(bucket.atMs, nowMs)
  if (bucket.bytes < size) return Math.max(1, Math.ceil((size - bucket.bytes) / policy.quotaBytesPerS))
  bucket.bytes -= size
  return 0
}
