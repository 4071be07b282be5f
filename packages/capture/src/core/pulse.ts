// Notices that time went by without us: the machine slept, the tab was frozen, or the clock was changed.

/** A worker's timer ticks twice a second; three seconds of nothing is not load but absence. */
export const ASLEEP_AFTER_MS = 3_000
const CLOCK_STEP_MS = 2_000

export type Pulse = { readonly wall: number; readonly mono: number }

export type Absence =
  | { readonly is: 'asleep'; readonly from: Pulse; readonly to: Pulse }
  /** The wall clock moved and the monotonic one did not: sleep on machines whose monotonic clock stops, or a changed clock. */
  | { readonly is: 'wall_step'; readonly from: Pulse; readonly to: Pulse; readonly stepMs: number }

export function absence(last: Pulse, now: Pulse): Absence | null {
  const passed = now.mono - last.mono
  if (passed >= ASLEEP_AFTER_MS) return { is: 'asleep', from: last, to: now }
  const stepMs = now.wall - last.wall - passed
  return Math.abs(stepMs) >= CLOCK_STEP_MS ? { is: 'wall_step', from: last, to: now, stepMs } : null
}

/**
 * The server's clock tells the two apart: after a sleep our clock still agrees with it, after a change of clock it does not.
 * Offsets are server time minus our wall time, before and after the step.
 */
export function explainStep(
  stepMs: number,
  offsetBefore: number,
  offsetAfter: number,
): 'sleep' | 'clock_changed' {
  if (stepMs < 0) return 'clock_changed'
  return Math.abs(offsetAfter - offsetBefore) < Math.abs(offsetAfter - offsetBefore + stepMs)
    ? 'sleep'
    : 'clock_changed'
}
