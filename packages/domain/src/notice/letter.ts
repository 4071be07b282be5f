// A letter is a notice's second medium: what kinds there are, which of them wait through the night, when one is tried again.
import { type Instant, isBefore, later, minutes } from '../time.ts'

export const letterKinds = [
  'schedule',
  'cancelled',
  'child',
  'duty',
  'message',
  'invitation',
  'reset',
  'address_changed',
  'password_changed',
] as const
export type LetterKind = (typeof letterKinds)[number]

/** `queued` waits for its hour or for the server; `handed` was taken by the mail server; the others are never sent. */
export const handlings = ['queued', 'handed', 'refused', 'expired', 'withdrawn'] as const
export type Handling = (typeof handlings)[number]

/** Asked for by the person this minute, or about their safety: these do not wait for the morning. */
const atOnce: Readonly<Record<LetterKind, boolean>> = {
  schedule: false,
  cancelled: false,
  child: false,
  duty: false,
  message: false,
  invitation: false,
  reset: true,
  address_changed: true,
  password_changed: true,
}

/** Local hours such as 22:00 and 07:00; equal ones mean no quiet at all. */
export type QuietHours = { readonly from: string; readonly until: string }

/** When the quiet in which `now` lies is over; null outside of it. The clock of the institution decides, also over a change to summer time. */
function quietEnds({ from, until }: QuietHours, zone: string, now: Instant): Instant | null {
  if (from === until) return null
  const local = now.toZonedDateTimeISO(zone)
  const time = local.toPlainTime().toString().slice(0, 5)
  const overnight = from > until
  const within = overnight ? time >= from || time < until : time >= from && time < until
  if (!within) return null
  const day = local.toPlainDate().add({ days: overnight && time >= from ? 1 : 0 })
  return later(day.toZonedDateTime({ timeZone: zone, plainTime: until }).toInstant(), now)
}

/**
 * TR-28: quiet hours delay a letter and never drop it. What would come too late to be of use (an exam that opens before the quiet
 * ends) is not held either.
 */
export function dueAt(
  letter: { readonly kind: LetterKind; readonly usefulBefore: Instant | null },
  quiet: QuietHours | null,
  zone: string,
  now: Instant,
): Instant {
  if (quiet === null || atOnce[letter.kind]) return now
  const ends = quietEnds(quiet, zone, now)
  if (ends === null || (letter.usefulBefore !== null && !isBefore(ends, letter.usefulBefore))) return now
  return ends
}

/** Minutes between one try and the next; the last goes on until the letter is of no more use. */
const WAITS = [1, 2, 5, 15, 30, 60] as const

export const nextTry = (tries: number, now: Instant): Instant =>
  now.add(minutes(WAITS[Math.min(Math.max(tries, 1), WAITS.length) - 1] ?? 60))

/** A mail server that puts one letter off for so long does not want it. */
const PATIENCE = minutes(5 * 24 * 60)
export const isHopeless = (queuedAt: Instant, now: Instant): boolean => !isBefore(now, queuedAt.add(PATIENCE))
