// People of the institution, managed by its administrator.
import { z } from 'zod'
import { accountId, examId, line, moment } from './ids.ts'
import type { Route } from './route.ts'
import { login, role } from './sign-in.ts'

export const accountView = z.object({
  id: accountId,
  login: z.string(),
  fullName: z.string(),
  roles: z.array(role),
  /** `invited`: has not set a password yet. */
  state: z.enum(['invited', 'active', 'disabled']),
  createdAt: moment,
})
export type AccountView = z.output<typeof accountView>

/** Shown once: only its hash is kept. The person opens `/invite#<token>`. */
const invitation = z.object({ token: z.string(), endsAt: moment })

export const listAccounts = {
  method: 'GET',
  path: '/api/accounts',
  can: 'account.list',
  query: z.strictObject({
    find: z.string().max(100).optional(),
    /** `staff`: anybody but a pupil or a parent. */
    role: z.union([role, z.literal('staff')]).optional(),
    /** Those who are not in this exam yet. */
    outside: examId.optional(),
  }),
  reply: z.object({
    rows: z.array(accountView),
    /** There are others: only a search shows them. */
    more: z.boolean(),
  }),
  refusals: [],
  summary: 'People of the institution; at most 500, narrowed by name, login or role',
} as const satisfies Route

export const createAccount = {
  method: 'POST',
  path: '/api/accounts',
  can: 'account.manage',
  stepUp: true,
  body: z.strictObject({
    login,
    fullName: line(200),
    roles: z.array(role).min(1).max(9),
    language: z.enum(['ru', 'en']).default('ru'),
  }),
  reply: z.object({ account: accountView, invitation }),
  refusals: ['login_taken'],
  summary: 'Create an account and a one-time invitation link',
} as const satisfies Route

export const inviteAgain = {
  method: 'POST',
  path: '/api/accounts/:id/invitation',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  reply: z.object({ invitation }),
  refusals: ['not_found'],
  summary: 'A new one-time link; the earlier one and the old password’s sign-ins end when it is used',
} as const satisfies Route

export const disableAccount = {
  method: 'POST',
  path: '/api/accounts/:id/disable',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  reply: z.object({ account: accountView }),
  refusals: ['not_found', 'own_account'],
  summary: 'Disable an account; its sign-ins end at once',
} as const satisfies Route

export const enableAccount = {
  method: 'POST',
  path: '/api/accounts/:id/enable',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  reply: z.object({ account: accountView }),
  refusals: ['not_found'],
  summary: 'Enable a disabled account',
} as const satisfies Route

export const changeRoles = {
  method: 'PUT',
  path: '/api/accounts/:id/roles',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({ roles: z.array(role).min(1).max(9) }),
  reply: z.object({
    account: accountView,
    /** A pupil who becomes staff sets a password again, under the rules for staff. */
    invitation: invitation.nullable(),
  }),
  refusals: ['not_found', 'own_roles', 'external_has_roles'],
  summary: 'Give a person other roles; they hold within a second, and the person signs in anew',
} as const satisfies Route

export const accountRoutes = {
  listAccounts,
  createAccount,
  changeRoles,
  inviteAgain,
  disableAccount,
  enableAccount,
} as const
