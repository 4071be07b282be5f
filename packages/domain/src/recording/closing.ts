/** After the end of the control window the examinee's browser may still deliver what it holds (ING-26). */
export const LATE_UPLOAD_MS = 24 * 60 * 60_000
/** Batches that were accepted in the last moment have committed by then. */
const SETTLE_MS = 60_000

/** From here on a recording closes whatever is missing. */
export const CLOSES_AFTER_MS = LATE_UPLOAD_MS + SETTLE_MS

/** A track into which something was recorded. */
export type ClosingTrack = { readonly ended: boolean; readonly missing: boolean }

/** ING-26, ING-40: a recording closes at once when every track said END and nothing is missing, else when nothing may come any more. */
export function mayClose(
  window: { readonly deauthorizedMs: number | null },
  tracks: readonly ClosingTrack[],
  nowMs: number,
): boolean {
  if (window.deauthorizedMs === null || nowMs < window.deauthorizedMs) return false
  const whole = tracks.length > 0 && tracks.every((track) => track.ended && !track.missing)
  return whole || nowMs >= window.deauthorizedMs + CLOSES_AFTER_MS
}
