// Signing in and out, proving again, one's own sign-ins, the first administrator, one-time invitations.
import { roles } from '@ochno/domain/access/table'
import { z } from 'zod'
import { accountId, line, moment, sessionId, signInId } from './ids.ts'
import type { Route } from './route.ts'

export const login = z
  .string()
  .trim()
  .toLowerCase()
  .normalize('NFC')
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,63}$/u)
/** Wider than the rules, so that they can answer in words. */
const password = z.string().min(1).max(1024)
export const role = z.enum(roles)
const oneTime = z.string().min(16).max(100)

export const meView = z.object({
  account: accountId,
  login: z.string(),
  fullName: z.string(),
  language: z.enum(['ru', 'en']),
  roles: z.array(role),
  institution: z.object({ id: z.string(), name: z.string(), zone: z.string() }),
  /** When the password was last given; acts that need step-up accept it for five minutes. */
  provedAt: moment,
  /** B-23: what this sign-in still owes; until then nearly everything is refused. */
  secondFactor: z.enum(['done', 'due', 'enrol']),
  /** B-28: a code opened this sign-in, for one session. */
  only: sessionId.optional(),
  now: moment,
})
export type MeView = z.output<typeof meView>

export const signIn = {
  method: 'POST',
  path: '/api/sign-in',
  can: 'public',
  body: z.strictObject({ login: z.string().max(200), password }),
  reply: meView,
  refusals: ['wrong_sign_in', 'too_many', 'busy', 'directory_away'],
  summary: 'Sign in with login and password',
} as const satisfies Route

export const signOut = {
  method: 'POST',
  path: '/api/sign-out',
  can: 'signed-in',
  owing: ['due', 'enrol'],
  /** B-37: the browser is told to forget everything only when nothing waits to be sent. */
  body: z.strictObject({ bufferEmpty: z.boolean() }),
  reply: 'none',
  refusals: [],
  summary: 'End this sign-in',
} as const satisfies Route

export const proveAgain = {
  method: 'POST',
  path: '/api/step-up',
  can: 'signed-in',
  owing: ['enrol'],
  body: z.strictObject({ password }),
  reply: z.object({ provedAt: moment }),
  refusals: ['wrong_sign_in', 'too_many', 'busy', 'directory_away'],
  summary: 'Give the password again before an act that needs it',
} as const satisfies Route

export const changePassword = {
  method: 'POST',
  path: '/api/password',
  can: 'signed-in',
  body: z.strictObject({ current: password, next: password }),
  reply: 'none',
  refusals: [
    'wrong_sign_in',
    'too_many',
    'busy',
    'directory_away',
    'directory_password',
    'password_short',
    'password_long',
    'password_common',
    'password_personal',
  ],
  summary: 'Change one’s own password; every other sign-in ends',
} as const satisfies Route

export const readMe = {
  method: 'GET',
  path: '/api/me',
  can: 'signed-in',
  owing: ['due', 'enrol'],
  reply: meView,
  refusals: [],
  summary: 'Who is signed in',
} as const satisfies Route

export const setLanguage = {
  method: 'POST',
  path: '/api/me/language',
  can: 'signed-in',
  owing: ['due', 'enrol'],
  body: z.strictObject({ language: z.enum(['ru', 'en']) }),
  reply: 'none',
  refusals: [],
  summary: 'Language of this person’s screens',
} as const satisfies Route

export const listSignIns = {
  method: 'GET',
  path: '/api/sign-ins',
  can: 'signed-in',
  reply: z.object({
    rows: z.array(
      z.object({
        id: signInId,
        createdAt: moment,
        seenAt: moment,
        endsAt: moment,
        device: z.string(),
        current: z.boolean(),
      }),
    ),
  }),
  refusals: [],
  summary: 'One’s own sign-ins',
} as const satisfies Route

export const endSignIn = {
  method: 'DELETE',
  path: '/api/sign-ins/:id',
  can: 'signed-in',
  params: z.strictObject({ id: signInId }),
  reply: 'none',
  refusals: ['not_found'],
  summary: 'End one of one’s own sign-ins',
} as const satisfies Route

export const setUp = {
  method: 'POST',
  path: '/api/setup',
  can: 'public',
  body: z.strictObject({
    code: oneTime,
    institution: line(200),
    zone: z.string().max(64).default('Europe/Moscow'),
    login,
    fullName: line(200),
    language: z.enum(['ru', 'en']).default('ru'),
    password,
  }),
  reply: meView,
  refusals: [
    'wrong_code',
    'already_set_up',
    'unknown_zone',
    'login_taken',
    'password_short',
    'password_long',
    'password_common',
    'password_personal',
    'too_many',
    'busy',
  ],
  summary: 'Create the institution and its first administrator with the one-time code',
} as const satisfies Route

export const lookAtInvitation = {
  method: 'POST',
  path: '/api/invitations/look',
  can: 'public',
  body: z.strictObject({ token: oneTime }),
  reply: z.object({
    /** `reset`: in the place of a forgotten password. */
    purpose: z.enum(['invitation', 'reset']),
    login: z.string(),
    fullName: z.string(),
    institution: z.string(),
    minimum: z.number(),
    endsAt: moment,
  }),
  refusals: ['wrong_link', 'too_many'],
  summary: 'Whom a one-time link invites',
} as const satisfies Route

export const acceptInvitation = {
  method: 'POST',
  path: '/api/invitations/accept',
  can: 'public',
  body: z.strictObject({ token: oneTime, password }),
  reply: meView,
  refusals: [
    'wrong_link',
    'directory_password',
    'password_short',
    'password_long',
    'password_common',
    'password_personal',
    'too_many',
    'busy',
  ],
  summary: 'Set the password by a one-time link and sign in',
} as const satisfies Route

export const signInRoutes = {
  signIn,
  signOut,
  proveAgain,
  changePassword,
  readMe,
  setLanguage,
  listSignIns,
  endSignIn,
  setUp,
  lookAtInvitation,
  acceptInvitation,
} as const
