// E-mail beside the personal account: the institution's mail server, people's addresses, letters with one-time links.
import { handlings } from '@ochno/domain/notice/letter'
import { EMAIL } from '@ochno/domain/people/email'
import { z } from 'zod'
import { accountId, line, moment } from './ids.ts'
import { groupId } from './people-groups.ts'
import { importId } from './people-import.ts'
import type { Route } from './route.ts'

export const emailAddress = z.string().trim().max(254).regex(EMAIL)

const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u)
const clockTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

const server = z.strictObject({
  host,
  port: z.number().int().min(1).max(65_535),
  /** `tls`: from the first octet; `starttls`: asked for and insisted on; `none`: in clear, for a server on this machine. */
  security: z.enum(['tls', 'starttls', 'none']),
  user: line(200).nullable(),
  sender: emailAddress,
  senderName: line(200),
  /** Letters that can wait are held from one to the other, by the clock of the institution. */
  quiet: z.strictObject({ from: clockTime, until: clockTime }).nullable(),
})

export const transportTroubles = [
  'unreachable',
  'no_answer',
  'no_tls',
  'wrong_certificate',
  'wrong_user',
  'sender_refused',
  'address_refused',
  'letter_refused',
  'try_later',
] as const
const trouble = z.enum(transportTroubles)

const mailView = z.object({
  /** The password is never shown again. */
  server: server.extend({ hasPassword: z.boolean() }).nullable(),
  /** Where links in letters lead. */
  address: z.string(),
  /** Only this machine opens that address. */
  addressIsLocal: z.boolean(),
  waiting: z.number(),
  /** Nothing goes out since then, and why. */
  failing: z.object({ since: moment, why: trouble, said: z.string(), nextAt: moment }).nullable(),
})
export type MailView = z.output<typeof mailView>

export const readMail = {
  method: 'GET',
  path: '/api/mail',
  can: 'institution.manage',
  reply: mailView,
  refusals: [],
  summary: 'The mail server of the institution, and whether letters go out',
} as const satisfies Route

export const saveMail = {
  method: 'PUT',
  path: '/api/mail',
  can: 'institution.manage',
  stepUp: true,
  body: server.extend({
    /** Absent: stays as it is. A password goes only to the server it was given for. */
    password: z.string().min(1).max(500).nullable().exactOptional(),
  }),
  reply: mailView,
  refusals: ['password_again', 'password_in_clear'],
  summary: 'Set the mail server; letters that waited go out',
} as const satisfies Route

export const removeMail = {
  method: 'DELETE',
  path: '/api/mail',
  can: 'institution.manage',
  stepUp: true,
  reply: mailView,
  refusals: [],
  summary: 'Send no letters any more; those that wait are not sent',
} as const satisfies Route

export const sendTrialLetter = {
  method: 'POST',
  path: '/api/mail/trial',
  can: 'institution.manage',
  stepUp: true,
  body: z.strictObject({ to: emailAddress }),
  reply: z.discriminatedUnion('handed', [
    z.object({ handed: z.literal(true) }),
    z.object({ handed: z.literal(false), why: trouble, said: z.string() }),
  ]),
  refusals: ['no_mail'],
  summary: 'Send a letter now and tell what the mail server answered',
} as const satisfies Route

const emailView = z.object({ email: z.string().nullable(), mailWorks: z.boolean() })
export type EmailView = z.output<typeof emailView>

export const readMyEmail = {
  method: 'GET',
  path: '/api/me/email',
  can: 'signed-in',
  reply: emailView,
  refusals: [],
  summary: 'One’s own e-mail address, and whether the institution sends letters',
} as const satisfies Route

export const setMyEmail = {
  method: 'PUT',
  path: '/api/me/email',
  can: 'signed-in',
  stepUp: true,
  body: z.strictObject({ email: emailAddress.nullable() }),
  reply: emailView,
  refusals: [],
  summary: 'Change or remove one’s own e-mail address; the earlier address is told',
} as const satisfies Route

export const readEmail = {
  method: 'GET',
  path: '/api/people/:id/email',
  can: 'account.manage',
  params: z.strictObject({ id: accountId }),
  reply: emailView,
  refusals: ['not_found'],
  summary: 'The e-mail address of a person',
} as const satisfies Route

export const setEmail = {
  method: 'PUT',
  path: '/api/people/:id/email',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({ email: emailAddress.nullable() }),
  reply: emailView,
  refusals: ['not_found'],
  summary: 'Change or remove the e-mail address of a person; the earlier address is told',
} as const satisfies Route

export const inviteByLetter = {
  method: 'POST',
  path: '/api/people/:id/invitation-letter',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  reply: z.object({ endsAt: moment }),
  refusals: ['not_found', 'no_mail', 'no_email'],
  summary: 'A one-time link straight to the person’s e-mail; earlier invitations end',
} as const satisfies Route

export const inviteGroupByLetter = {
  method: 'POST',
  path: '/api/groups/:gid/invitation-letters',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ gid: groupId }),
  /** `without`: people who have no address; they need a slip on paper. */
  reply: z.object({ sent: z.number(), without: z.array(z.string()) }),
  refusals: ['not_found', 'no_mail'],
  summary: 'One-time links by e-mail to everybody of the group who has not signed in yet',
} as const satisfies Route

export const inviteImportByLetter = {
  method: 'POST',
  path: '/api/people-import/:imp/letters',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ imp: importId }),
  reply: z.object({ sent: z.number(), without: z.array(z.string()) }),
  refusals: ['not_found', 'no_mail'],
  summary:
    'One-time links by e-mail to everybody of an imported list who has an address and has not signed in yet',
} as const satisfies Route

/** How a letter fares. `handed`: the mail server took it; whether it was read is known only from the personal account. */
export const letterView = z.object({
  handling: z.enum(handlings),
  at: moment,
  why: z.string().nullable(),
  said: z.string(),
})
export type LetterView = z.output<typeof letterView>

export const askReset = {
  method: 'POST',
  path: '/api/reset-link',
  can: 'public',
  body: z.strictObject({ who: z.string().trim().min(1).max(254) }),
  reply: 'none',
  refusals: ['too_many'],
  summary: 'Ask for a one-time link to the e-mail of an account; the answer is the same for everybody',
} as const satisfies Route

export const mailRoutes = {
  readMail,
  saveMail,
  removeMail,
  sendTrialLetter,
  readMyEmail,
  setMyEmail,
  readEmail,
  setEmail,
  inviteByLetter,
  inviteGroupByLetter,
  inviteImportByLetter,
  askReset,
} as const
