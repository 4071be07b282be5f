/** 1:05:09, or 5:09 below an hour. Negative time is none. */
export function clock(ms: number): string {
  const all = Math.max(0, Math.ceil(ms / 1000))
  const hours = Math.floor(all / 3600)
  const minutes = Math.floor((all % 3600) / 60)
  const two = (n: number): string => String(n).padStart(2, '0')
  return hours ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`
}

/** The minutes at which a screen reader is told the time that is left; in between it stays silent. */
const SAID = [60, 30, 15, 10, 5, 3, 1]

export const spokenMinutes = (ms: number): number | null =>
  SAID.find((minutes) => ms <= minutes * 60_000 && ms > (minutes - 1) * 60_000) ?? null
