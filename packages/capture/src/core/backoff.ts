/** ING-16: 1, 2, 4 … 15 s with full jitter, so that a class coming back online does not arrive in one instant. */
export const MAX_BACKOFF_MS = 15_000

export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(MAX_BACKOFF_MS, 1000 * 2 ** Math.min(attempt, 10))
  return Math.round(ceiling * random)
}
