// A letter as it is handed to the mail server: plain words, the same in simple HTML, and a calendar file beside a schedule.
import { icalendar } from '@ochno/domain/notice/icalendar'
import { type Instant, instant } from '@ochno/domain/time'
import type { LetterFacts, Written } from '../../ports/mail.ts'
import { factWords, type Language, letterWords } from './letter-words.ts'

export type Told = LetterFacts | { readonly kind: 'trial'; readonly facts: object }

export type Around = {
  readonly id: string
  readonly to: string
  readonly login: string
  readonly language: Language
  readonly institution: { readonly name: string; readonly zone: string }
  /** Of the pages, without a slash at the end. */
  readonly address: string
  /** Behind `#`, so that no log of a server sees it. */
  readonly secret: string
  readonly at: Instant
}

/** The same for every try of a letter: a mailbox that got it twice can see that it is one. */
export const messageId = (id: string, sender: string): string => `<${id}@${sender.split('@').at(-1)}>`

export function writeLetter(told: Told, around: Around, sender: string): Written {
  const { language, institution } = around
  const words = factWords[language]
  const when = (at: string) => moment(at, language, institution.zone)
  const text = letterWords[language][wordsFor(told)]({
    title: 'title' in told.facts ? told.facts.title : '',
    login: around.login,
    until: 'endsAt' in told.facts ? when(told.facts.endsAt) : '',
  })
  const facts =
    told.kind === 'duty'
      ? [`${words.begin}: ${when(told.facts.opensAt)} – ${when(told.facts.closesAt)}`]
      : told.kind === 'cancelled' || (told.kind === 'child' && told.facts.what === 'called_off')
        ? [`${words.was}: ${when(told.facts.opensAt)} – ${when(told.facts.closesAt)}`]
        : told.kind === 'schedule' || told.kind === 'child'
          ? [
              `${words.from}: ${when(told.facts.opensAt)}`,
              `${words.until}: ${when(told.facts.closesAt)}`,
              `${words.length}: ${words.minutes(told.facts.lengthMinutes)}`,
            ]
          : []
  const link = around.address + place(told, around.secret)
  const last = [institution.name, words.foot]
  return {
    messageId: messageId(around.id, sender),
    to: around.to,
    subject: text.subject,
    text: `${[text.opening, ...(facts.length ? [facts.join('\n')] : []), `${text.link}: ${link}`, ...(text.after ? [text.after] : []), last.join('\n')].join('\n\n')}\n`,
    html: page(language, [
      `<p>${escaped(text.opening)}</p>`,
      ...(facts.length ? [`<ul>${facts.map((fact) => `<li>${escaped(fact)}</li>`).join('')}</ul>`] : []),
      `<p><a href="${escaped(link)}">${escaped(text.link)}</a></p>`,
      ...(text.after ? [`<p>${escaped(text.after)}</p>`] : []),
      `<p style="color:#5a6270">${last.map(escaped).join('<br>')}</p>`,
    ]),
    calendar: calendar(told, around),
    ...(isOff(told) ? { cancels: true } : {}),
  }
}

const isOff = (told: Told): boolean =>
  told.kind === 'cancelled' || (told.kind === 'child' && told.facts.what === 'called_off')

function wordsFor(told: Told) {
  if (told.kind === 'duty') return `duty_${told.facts.what}` as const
  if (told.kind === 'child') return `child_${told.facts.what}` as const
  if (told.kind === 'schedule' && told.facts.edition > 1) return 'changed'
  return told.kind === 'message' && told.facts.exam === false ? 'note' : told.kind
}

function place(told: Told, secret: string): string {
  switch (told.kind) {
    case 'schedule':
      return `/exam/${told.facts.session}`
    case 'message':
    case 'cancelled':
    case 'child':
    case 'duty':
      return '/notices'
    case 'invitation':
      return `/invite#${secret}`
    case 'reset':
      return `/reset#${secret}`
    case 'password_changed':
      return '/forgot'
    case 'address_changed':
    case 'trial':
      return '/'
  }
}

const calendar = (told: Told, around: Around): string | null =>
  told.kind === 'schedule' || told.kind === 'cancelled' || told.kind === 'child'
    ? icalendar({
        ...(isOff(told) ? { cancelled: true } : {}),
        uid: told.facts.session,
        edition: told.facts.edition,
        title: told.facts.title,
        opensAt: instant(told.facts.opensAt),
        closesAt: instant(told.facts.closesAt),
        url: `${around.address}${told.kind === 'child' ? '/notices' : `/exam/${told.facts.session}`}`,
        writtenAt: around.at,
      })
    : null

const moment = (at: string, language: Language, zone: string): string =>
  new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(instant(at).epochMilliseconds)

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)

const page = (language: Language, parts: readonly string[]): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body style="font:16px/1.5 sans-serif;max-width:36em">${parts.join('')}</body></html>`
