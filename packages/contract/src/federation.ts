// Signing in with what the institution already has: its OpenID Connect server and its LDAP directory.
import { z } from 'zod'
import { accountId, line, moment } from './ids.ts'
import type { Route } from './route.ts'
import { login, meView } from './sign-in.ts'

const tenantId = z.string().regex(/^ten_[a-z2-7]{26}$/)
const host = z
  .string()
  .trim()
  .max(253)
  .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?(?::\d{1,5})?$/u)

const oidc = z.strictObject({
  /** On the button of the sign-in page. */
  name: line(60),
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: line(200),
  /** Where else the server may send us for keys and tokens; besides them only the issuer itself is ever asked. */
  hosts: z.array(host).max(5),
})
const secret = z.string().min(1).max(500).nullable().exactOptional()

const ldap = z.strictObject({
  host: z
    .string()
    .trim()
    .max(253)
    .regex(/^[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u),
  port: z.number().int().min(1).max(65_535),
  /** `ldaps`: encrypted from the first octet; `starttls`: asked for and insisted on; `none`: for a directory on this machine. */
  security: z.enum(['ldaps', 'starttls', 'none']),
  base: line(500),
  /** `{login}` stands for the login, written so that it can not change the question. */
  filter: line(500),
  bindDn: line(500).nullable(),
  /** PEM of the certificate authority, where it is the institution’s own. */
  ca: z.string().max(20_000).startsWith('-----BEGIN CERTIFICATE-----').nullable(),
})

export const oidcTroubles = [
  'unreachable',
  'wrong_certificate',
  'not_oidc',
  'other_issuer',
  'other_host',
  'no_pkce',
  'wrong_client',
  'unexpected',
] as const
export const ldapTroubles = [
  'unreachable',
  'wrong_certificate',
  'no_tls',
  'wrong_bind',
  'wrong_base',
  'wrong_filter',
  'unexpected',
] as const

const federationView = z.object({
  /** Where the server of the institution has to send people back to. */
  returnTo: z.string(),
  /** The sign-in page with the buttons of this institution. */
  signInPage: z.string(),
  oidc: oidc.extend({ hasSecret: z.boolean() }).nullable(),
  ldap: ldap.extend({ hasPassword: z.boolean() }).nullable(),
  /** Who signs in with the password of the directory. */
  directory: z.array(z.object({ account: accountId, login: z.string(), fullName: z.string() })),
})
export type FederationView = z.output<typeof federationView>

const common = { can: 'institution.manage', stepUp: true } as const

export const readFederation = {
  method: 'GET',
  path: '/api/federation',
  can: 'institution.manage',
  reply: federationView,
  refusals: [],
  summary: 'How people of the institution sign in besides a password kept here',
} as const satisfies Route

export const saveOidc = {
  ...common,
  method: 'PUT',
  path: '/api/federation/oidc',
  /** An absent secret stays as it is; it goes only to the server it was given for. */
  body: oidc.extend({ secret }),
  reply: federationView,
  refusals: ['federation_secret_again', 'federation_in_clear'],
  summary: 'Set the OpenID Connect server',
} as const satisfies Route

export const removeOidc = {
  ...common,
  method: 'DELETE',
  path: '/api/federation/oidc',
  reply: federationView,
  refusals: [],
  summary: 'No more sign-in by OpenID Connect; who is linked with whom is kept',
} as const satisfies Route

export const tryOidc = {
  ...common,
  method: 'POST',
  path: '/api/federation/oidc/trial',
  reply: z.discriminatedUnion('works', [
    z.object({ works: z.literal(true) }),
    z.object({ works: z.literal(false), why: z.enum(oidcTroubles) }),
  ]),
  refusals: ['not_found', 'too_many'],
  summary: 'Ask the OpenID Connect server for its description and show it our name and secret',
} as const satisfies Route

export const saveLdap = {
  ...common,
  method: 'PUT',
  path: '/api/federation/ldap',
  body: ldap.extend({ password: secret }),
  reply: federationView,
  refusals: ['federation_secret_again', 'federation_in_clear', 'filter_without_login'],
  summary: 'Set the LDAP directory',
} as const satisfies Route

export const removeLdap = {
  ...common,
  method: 'DELETE',
  path: '/api/federation/ldap',
  reply: federationView,
  refusals: ['directory_in_use'],
  summary: 'Ask the directory no more',
} as const satisfies Route

export const tryLdap = {
  ...common,
  method: 'POST',
  path: '/api/federation/ldap/trial',
  body: z.strictObject({ login: login.nullable() }),
  reply: z.discriminatedUnion('works', [
    /** `found`: how many entries the filter finds for the login; null when none was given. */
    z.object({ works: z.literal(true), found: z.enum(['none', 'one', 'several']).nullable() }),
    z.object({ works: z.literal(false), why: z.enum(ldapTroubles) }),
  ]),
  refusals: ['not_found', 'too_many'],
  summary: 'Bind to the directory and look for a login',
} as const satisfies Route

export const markDirectory = {
  ...common,
  method: 'POST',
  path: '/api/federation/ldap/people',
  body: z.strictObject({ logins: z.array(login).min(1).max(500) }),
  reply: z.object({ marked: z.number(), unknown: z.array(z.string()) }),
  refusals: ['no_directory'],
  summary: 'These accounts sign in with the password of the directory from now on',
} as const satisfies Route

export const unmarkDirectory = {
  ...common,
  method: 'DELETE',
  path: '/api/federation/ldap/people/:id',
  params: z.strictObject({ id: accountId }),
  reply: 'none',
  refusals: ['not_found'],
  summary: 'The account signs in with a password kept here again',
} as const satisfies Route

const entrances = z.object({ rows: z.array(z.object({ institution: tenantId, name: z.string() })) })
export type Entrances = z.output<typeof entrances>

export const listEntrances = {
  method: 'GET',
  path: '/api/entrances',
  can: 'public',
  /** Without an institution: of the only one of the installation. */
  query: z.strictObject({ at: tenantId.optional() }),
  reply: entrances,
  refusals: [],
  summary: 'Buttons of the sign-in page of an institution',
} as const satisfies Route

export const openEntrance = {
  method: 'POST',
  path: '/api/entrances/open',
  can: 'public',
  body: z.strictObject({ at: tenantId }),
  reply: z.object({ url: z.string() }),
  refusals: ['not_found', 'entrance_away', 'too_many'],
  summary: 'Where the browser goes to sign in; the way back works once, in this browser, for ten minutes',
} as const satisfies Route

export const returnFromEntrance = {
  method: 'POST',
  path: '/api/entrances/return',
  can: 'public',
  /** What the server of the institution wrote after the question mark. */
  body: z.strictObject({ query: z.string().max(8000) }),
  reply: z.discriminatedUnion('did', [
    z.object({ did: z.literal('entered'), me: meView }),
    z.object({ did: z.literal('linked') }),
  ]),
  refusals: [
    'entrance_stale',
    'entrance_refused',
    'entrance_failed',
    'entrance_away',
    'not_linked',
    'linked_to_another',
    'too_many',
  ],
  summary: 'Back from the server of the institution',
} as const satisfies Route

const myEntrances = z.object({
  /** Null: the institution has none. */
  name: z.string().nullable(),
  directory: z.boolean(),
  links: z.array(z.object({ id: z.string(), issuer: z.string(), at: moment })),
})

export const readMyEntrances = {
  method: 'GET',
  path: '/api/me/entrances',
  can: 'signed-in',
  reply: myEntrances,
  refusals: [],
  summary: 'Which accounts elsewhere open mine',
} as const satisfies Route

export const linkEntrance = {
  method: 'POST',
  path: '/api/me/entrances/link',
  can: 'signed-in',
  stepUp: true,
  reply: z.object({ url: z.string() }),
  refusals: ['not_found', 'entrance_away', 'too_many'],
  summary: 'Where the browser goes to link an account elsewhere with mine (B-29)',
} as const satisfies Route

export const unlinkEntrance = {
  method: 'DELETE',
  path: '/api/me/entrances/:id',
  can: 'signed-in',
  stepUp: true,
  params: z.strictObject({ id: z.string().regex(/^fid_[a-z2-7]{26}$/) }),
  reply: 'none',
  refusals: ['not_found'],
  summary: 'That account elsewhere opens mine no more',
} as const satisfies Route

export const federationRoutes = {
  readFederation,
  saveOidc,
  removeOidc,
  tryOidc,
  saveLdap,
  removeLdap,
  tryLdap,
  markDirectory,
  unmarkDirectory,
  listEntrances,
  openEntrance,
  returnFromEntrance,
  readMyEntrances,
  linkEntrance,
  unlinkEntrance,
} as const
