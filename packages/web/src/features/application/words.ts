import type { applicationStates } from '@ochno/contract/application'
import type { Tone } from '../../ui/tone.ts'

export const stateTone = {
  draft: 'idle',
  submitted: 'info',
  late_submitted: 'warn',
  approved: 'ok',
  returned: 'warn',
  rejected: 'bad',
  linked: 'ok',
  closed: 'idle',
} as const satisfies Record<(typeof applicationStates)[number], Tone>

/** A calendar day in the reader's language. */
export const dayWords = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${iso}T00:00:00Z`))
