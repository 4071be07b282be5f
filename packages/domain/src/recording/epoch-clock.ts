// R1-2.2b: camera and screen of one person lie on ONE clock. Zero is the first start of the recorder.

/** The clocks of one record, all in ms. `srvMs`: when the server took it. */
export type Clocks = { readonly wallMs: number; readonly monoMs: number; readonly srvMs: number }

/** A change of the wall clock smaller than this is left to the monotonic clock. */
const WALL_AGREES_MS = 2_000
/** How far the server's clock may disagree about a wall clock that is right: a queue of a few fragments. */
const SERVER_AGREES_MS = 10_000

/**
 * Where an epoch begins on the session's timeline. `base` is the oldest known record of the session, `first` one of the epoch,
 * `mediaTs` its seconds on the epoch's own timeline. The monotonic clock decides, unless it restarted (a wiped store) or stood
 * still (sleep) while the wall clock went on in step with the server's.
 */
export function epochStartMs(base: Clocks, first: Clocks, mediaTs: number): number {
  const drift = first.wallMs - first.monoMs - (base.wallMs - base.monoMs)
  const skew = first.srvMs - first.wallMs - (base.srvMs - base.wallMs)
  const wallIsRight = Math.abs(drift) > WALL_AGREES_MS && Math.abs(skew) < SERVER_AGREES_MS
  const at = wallIsRight ? first.wallMs - base.wallMs + base.monoMs : first.monoMs
  return at - mediaTs * 1000
}
