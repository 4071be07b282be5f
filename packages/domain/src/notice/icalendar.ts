// RFC 5545: one exam as an event of anybody's calendar. Nobody's name is in it: calendars are shared (TR-55).
import type { Instant } from '../time.ts'

export type CalendarEvent = {
  readonly uid: string
  /** Above 1: the same event with other times. */
  readonly edition: number
  readonly title: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly url: string
  readonly writtenAt: Instant
  /** It will not be held: a calendar takes the event of this uid away (RFC 5546). */
  readonly cancelled?: boolean
}

const LINE_BYTES = 75

const utc = (at: Instant): string => `${at.toString().replace(/[-:]/g, '').replace(/\.\d+/, '')}`

const text = (value: string): string =>
  value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** 3.1: lines of at most 75 octets, a longer one goes on behind a space; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const letter of line) {
    const size = octets(letter)
    if (bytes + size > LINE_BYTES) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += letter
    bytes += size
  }
  return [...parts, part].join('\r\n')
}

function octets(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

export function icalendar(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ochno//Exam//RU',
    'CALSCALE:GREGORIAN',
    event.cancelled ? 'METHOD:CANCEL' : 'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.uid}@ochno`,
    `SEQUENCE:${event.edition - 1}`,
    `DTSTAMP:${utc(event.writtenAt)}`,
    `DTSTART:${utc(event.opensAt)}`,
    `DTEND:${utc(event.closesAt)}`,
    `SUMMARY:${text(event.title)}`,
    `URL:${event.url}`,
    ...(event.cancelled
      ? ['STATUS:CANCELLED']
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${text(event.title)}`, 'TRIGGER:-P1D', 'END:VALARM']),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
