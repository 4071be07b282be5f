/** A calendar day has no zone: it is written as it was given. */
export const dayWords = (day: string, language: string): string =>
  new Date(`${day}T00:00:00Z`)
    .toLocaleDateString(language, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
    .replace(/\s*г\.$/, '')
