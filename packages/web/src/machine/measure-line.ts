import { PROBE_MOST_BYTES, probeDown, probePing, probeUp } from '@ochno/contract/equipment'
import type { CheckFacts } from '@ochno/contract/equipment'
import { call, type Failure } from '../api/client.ts'

export type LinePhase = 'ping' | 'down' | 'up'
type Line = NonNullable<CheckFacts['network']>

const PINGS = 12
const UNANSWERED_MS = 2_000
const FIRST_BYTES = 256 * 1024
const LONG_ENOUGH_MS = 1_500
const TRIES = 5
/** Nobody asks for more, and a transfer this short tells no more. */
const FASTEST_MBPS = 1000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** How long `send` took; it is asked again while the server is busy with others. Null: it could not be done. */
async function timed(
  send: () => Promise<{ ok: true } | { ok: false; failure: Failure }>,
): Promise<number | null> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const began = performance.now()
    const answer = await send()
    if (answer.ok) return performance.now() - began
    if (answer.failure.status !== 503) return null
    await pause(Math.min(10, answer.failure.retryAfterS ?? 1) * 1000)
  }
  return null
}

/** Small first, then as much as takes a second or two: a slow line is not clogged, a fast one is really measured. */
async function speed(
  transfer: (bytes: number) => Promise<number | null>,
  rttMs: number,
): Promise<number | null> {
  for (let bytes = FIRST_BYTES; ; ) {
    const ms = await transfer(bytes)
    if (ms === null) return null
    // The delay is not the line's width; an answer faster than usual still took its time.
    const own = Math.max(ms / 2, ms - rttMs)
    if (own >= LONG_ENOUGH_MS || bytes >= PROBE_MOST_BYTES)
      return Math.min(FASTEST_MBPS, (bytes * 8) / own / 1000)
    bytes = Math.min(PROBE_MOST_BYTES, bytes * 4)
  }
}

const noise = (bytes: number): Uint8Array => {
  const made = new Uint8Array(bytes)
  // getRandomValues gives at most 64 KiB at once.
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(made.subarray(at, at + 65_536))
  return made
}

/** The line to this server, measured with its own bytes. Null when it could not be measured at all. */
export async function measureLine(onPhase: (phase: LinePhase) => void): Promise<Line | null> {
  onPhase('ping')
  const delays: number[] = []
  for (let i = 0; i < PINGS; i++) {
    const began = performance.now()
    const answer = await call(probePing, {}, AbortSignal.timeout(UNANSWERED_MS)).catch(() => null)
    if (answer?.ok) delays.push(performance.now() - began)
  }
  if (delays.length === 0) return null
  const rttMs = median(delays)
  onPhase('down')
  const downMbps = await speed((bytes) => timed(() => call(probeDown, { query: { bytes } })), rttMs)
  if (downMbps === null) return null
  onPhase('up')
  const sent = noise(PROBE_MOST_BYTES)
  const upMbps = await speed((bytes) => timed(() => call(probeUp, { body: sent.subarray(0, bytes) })), rttMs)
  if (upMbps === null) return null
  const steps = delays.slice(1).map((delay, i) => Math.abs(delay - (delays[i] ?? delay)))
  const round = (value: number) => Math.round(value * 10) / 10
  return {
    downMbps: round(downMbps),
    upMbps: round(upMbps),
    rttMs: round(rttMs),
    jitterMs: round(steps.reduce((sum, step) => sum + step, 0) / Math.max(1, steps.length)),
    lost: (PINGS - delays.length) / PINGS,
  }
}
