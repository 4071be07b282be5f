import { fromMs } from '@ochno/domain/time'
import type { Clock } from '@ochno/server/ports/clock'

/** Time that passes only when a test says so. */
export function steppedClock(startIso = '2026-12-01T09:00:00Z') {
  let ms = Date.parse(startIso)
  const clock: Clock = { now: () => fromMs(ms), ms: () => ms, mono: () => ms }
  return {
    clock,
    pass: (seconds: number) => {
      ms += seconds * 1000
    },
  }
}
