/** 10:05:07 on the clock of the institution. */
export const clockAt = (iso: string, zone: string): string =>
  new Intl.DateTimeFormat('ru', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(iso))

/** The moment a clock of that zone showed this time nearest to `near`; null: no such time. */
export function momentOf(typed: string, near: string, zone: string): string | null {
  const found = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(typed.trim())
  if (!found) return null
  const [hours, minutes, seconds] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 0)]
  if (hours > 23 || minutes > 59 || seconds > 59) return null
  const [h, m, s] = clockAt(near, zone).split(':').map(Number) as [number, number, number]
  const DAY = 86_400
  let ahead = hours * 3600 + minutes * 60 + seconds - (h * 3600 + m * 60 + s)
  if (ahead > DAY / 2) ahead -= DAY
  if (ahead <= -DAY / 2) ahead += DAY
  return new Date(Math.floor(Date.parse(near) / 1000) * 1000 + ahead * 1000).toISOString()
}
