// A bridge to an identity provider outside (ЕСИА, ЕБС and their like): led there, and back with yes or no and a number.
import { z } from 'zod'
import { line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const bridgeAddress = z.url({ protocol: /^https?$/ }).max(500)

const bridgeView = z.object({
  bridge: z.object({ name: z.string(), address: z.string(), on: z.boolean(), changedAt: moment }).nullable(),
  /** Whom the signed words name: the address of this installation, and where people come back to. */
  audience: z.string(),
  returnTo: z.string(),
})
export type BridgeView = z.output<typeof bridgeView>

export const readBridge = {
  method: 'GET',
  path: '/api/identity-bridge',
  can: 'institution.manage',
  reply: bridgeView,
  refusals: [],
  summary: 'The bridge to an identity provider outside, if the institution has one',
} as const satisfies Route

export const saveBridge = {
  method: 'PUT',
  path: '/api/identity-bridge',
  can: 'institution.manage',
  stepUp: true,
  body: z.strictObject({
    name: line(100),
    address: bridgeAddress,
    on: z.boolean(),
    /** Shared with the bridge; absent: as before. */
    key: z
      .string()
      .regex(/^[\x21-\x7e]{32,200}$/)
      .exactOptional(),
  }),
  reply: bridgeView,
  refusals: ['identity_bridge_in_clear', 'identity_key_again'],
  summary: 'Name, address and shared key of the bridge; switched on it is offered where the act allows it',
} as const satisfies Route

export const removeBridge = {
  method: 'DELETE',
  path: '/api/identity-bridge',
  can: 'institution.manage',
  stepUp: true,
  reply: bridgeView,
  refusals: [],
  summary: 'Without a bridge; answers that were given stay',
} as const satisfies Route

const params = z.strictObject({ sid: sessionId })

const ownIdentity = z.object({
  provider: z.string().nullable(),
  /** May be led there now. */
  offered: z.boolean(),
  /** The institution asked for it: without a yes nobody is let in until it is withdrawn. */
  asked: z.boolean(),
  result: z.enum(['positive', 'negative']).nullable(),
})
export type OwnIdentity = z.output<typeof ownIdentity>

export const readOwnIdentity = {
  method: 'GET',
  path: '/api/my/sessions/:sid/identity',
  can: 'session.take',
  params,
  reply: ownIdentity,
  refusals: ['not_found'],
  summary: 'Whether this person may or must be confirmed by a provider outside, and what it said',
} as const satisfies Route

export const startIdentity = {
  method: 'POST',
  path: '/api/my/sessions/:sid/identity/start',
  can: 'session.take',
  params,
  body: z.strictObject({ agreed: z.literal(true) }),
  reply: z.object({ address: z.string() }),
  refusals: ['not_found', 'not_now', 'not_asked'],
  summary: 'The signed address to go to; it says who asks by a number of the institution, not by name',
} as const satisfies Route

export const takeIdentity = {
  method: 'POST',
  path: '/api/my/identity-answer',
  can: 'session.take',
  body: z.strictObject({ answer: z.string().min(1).max(4000) }),
  reply: z.object({ session: sessionId, result: z.enum(['positive', 'negative']) }),
  refusals: [
    'not_found',
    'not_now',
    'identity_answer_wrong',
    'identity_answer_other',
    'identity_answer_used',
    'identity_answer_late',
  ],
  summary: 'The signed answer that came back with the person; only the result and the number are kept',
} as const satisfies Route

export const withdrawIdentity = {
  method: 'POST',
  path: '/api/my/sessions/:sid/identity/withdrawal',
  can: 'session.take',
  params,
  reply: ownIdentity,
  refusals: ['not_found', 'not_now'],
  summary: 'The person prefers the way of the act itself (TR-56)',
} as const satisfies Route

export const readIdentityAnswer = {
  method: 'GET',
  path: '/api/sessions/:sid/identity',
  can: 'door.decide',
  params,
  reply: z.object({
    answer: z
      .object({
        provider: z.string(),
        result: z.enum(['asked', 'positive', 'negative']),
        transaction: z.string().nullable(),
        at: moment,
      })
      .nullable(),
  }),
  refusals: ['not_found'],
  summary: 'What a provider outside said of this person, for the proctor who compares',
} as const satisfies Route

export const identityBridgeRoutes = {
  readBridge,
  saveBridge,
  removeBridge,
  readOwnIdentity,
  startIdentity,
  takeIdentity,
  withdrawIdentity,
  readIdentityAnswer,
} as const
