// B-23: what a person shows besides a password: a passkey, a code of an authenticator, a recovery code.
import { z } from 'zod'
import { accountId, line, moment } from './ids.ts'
import type { Route } from './route.ts'
import { meView } from './sign-in.ts'

const code = z.string().trim().min(6).max(20)
/** What the browser's authenticator answers; its inside is checked by the one who knows its form. */
const credential = z.looseObject({ id: z.string().min(1).max(1400), type: z.literal('public-key') })
const passkeyId = z.string().min(1).max(1400)
/** Options for `navigator.credentials`, passed on as they are. */
const options = z.looseObject({ challenge: z.string() })
const recovery = z.array(z.string()).nullable()

const view = z.object({
  state: z.enum(['done', 'due', 'enrol']),
  /** Staff may not be without one. */
  required: z.boolean(),
  authenticatorSince: moment.nullable(),
  passkeys: z.array(
    z.object({ id: z.string(), name: z.string(), createdAt: moment, usedAt: moment.nullable() }),
  ),
  recoveryLeft: z.number(),
  /** An address of digits has no name a passkey could be bound to. */
  passkeysPossible: z.boolean(),
})
export type SecondFactorView = z.output<typeof view>

export const readSecondFactor = {
  method: 'GET',
  path: '/api/second-factor',
  can: 'signed-in',
  owing: ['due', 'enrol'],
  reply: view,
  refusals: [],
  summary: 'One’s own second factors and what this sign-in still owes',
} as const satisfies Route

export const beginAuthenticator = {
  method: 'POST',
  path: '/api/second-factor/authenticator/begin',
  can: 'signed-in',
  owing: ['enrol'],
  stepUp: true,
  reply: z.object({ key: z.string(), uri: z.string() }),
  refusals: [],
  summary: 'A new key for an authenticator; the present one counts until the new one is confirmed',
} as const satisfies Route

export const confirmAuthenticator = {
  method: 'POST',
  path: '/api/second-factor/authenticator',
  can: 'signed-in',
  owing: ['enrol'],
  stepUp: true,
  body: z.strictObject({ code }),
  /** Recovery codes, shown once, when there were none. */
  reply: z.object({ recovery }),
  refusals: ['wrong_code_of_factor', 'factor_not_begun', 'too_many', 'busy'],
  summary: 'Confirm the authenticator by a code of it',
} as const satisfies Route

export const removeAuthenticator = {
  method: 'DELETE',
  path: '/api/second-factor/authenticator',
  can: 'signed-in',
  stepUp: true,
  reply: 'none',
  refusals: ['not_found', 'last_factor'],
  summary: 'Do without the authenticator',
} as const satisfies Route

export const beginPasskey = {
  method: 'POST',
  path: '/api/second-factor/passkeys/begin',
  can: 'signed-in',
  owing: ['enrol'],
  stepUp: true,
  reply: z.object({ options }),
  refusals: ['passkeys_need_name'],
  summary: 'Options for making a passkey',
} as const satisfies Route

export const addPasskey = {
  method: 'POST',
  path: '/api/second-factor/passkeys',
  can: 'signed-in',
  owing: ['enrol'],
  stepUp: true,
  body: z.strictObject({ name: line(60), credential }),
  reply: z.object({ recovery }),
  refusals: ['wrong_passkey', 'factor_not_begun', 'passkeys_need_name', 'busy'],
  summary: 'Keep a passkey just made',
} as const satisfies Route

export const removePasskey = {
  method: 'DELETE',
  path: '/api/second-factor/passkeys/:id',
  can: 'signed-in',
  stepUp: true,
  params: z.strictObject({ id: passkeyId }),
  reply: 'none',
  refusals: ['not_found', 'last_factor'],
  summary: 'Do without a passkey',
} as const satisfies Route

export const renewRecovery = {
  method: 'POST',
  path: '/api/second-factor/recovery',
  can: 'signed-in',
  stepUp: true,
  reply: z.object({ recovery: z.array(z.string()) }),
  refusals: ['factor_not_begun', 'busy'],
  summary: 'Ten new recovery codes; the old ones end',
} as const satisfies Route

export const askPasskey = {
  method: 'POST',
  path: '/api/second-factor/challenge',
  can: 'signed-in',
  owing: ['due'],
  reply: z.object({ options }),
  refusals: ['passkeys_need_name', 'factor_not_begun'],
  summary: 'Options for showing a passkey',
} as const satisfies Route

export const passSecondFactor = {
  method: 'POST',
  path: '/api/second-factor/pass',
  can: 'signed-in',
  owing: ['due'],
  body: z.union([z.strictObject({ code }), z.strictObject({ credential })]),
  reply: meView,
  refusals: ['wrong_code_of_factor', 'wrong_passkey', 'factor_not_begun', 'too_many', 'busy'],
  summary: 'Show the second factor: a code, a recovery code or a passkey',
} as const satisfies Route

export const forgetFactors = {
  method: 'POST',
  path: '/api/accounts/:id/second-factor/forget',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({ reason: line(300) }),
  reply: 'none',
  refusals: ['not_found'],
  summary: 'For one who lost every factor: the next sign-in sets up a new one; every present one ends',
} as const satisfies Route

export const secondFactorRoutes = {
  readSecondFactor,
  beginAuthenticator,
  confirmAuthenticator,
  removeAuthenticator,
  beginPasskey,
  addPasskey,
  removePasskey,
  renewRecovery,
  askPasskey,
  passSecondFactor,
  forgetFactors,
} as const
