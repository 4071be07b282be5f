const yearOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(at)

/** «21 ноября в 10:00» in the zone given; with its year when it is not the current one there. */
export function moment(iso: string, zone: string, language: string, now = new Date()): string {
  const at = new Date(iso)
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    ...(yearOf(at, zone) === yearOf(now, zone) ? {} : { year: 'numeric' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
}
