// Opening an exam from a learning platform: LTI 1.3, as Moodle and its like speak it (docs/spec/lti.md).
import { z } from 'zod'
import { examId, line, moment } from './ids.ts'
import type { Route } from './route.ts'

const platformId = z.string().regex(/^lmp_[a-z2-7]{26}$/)
const tenantId = z.string().regex(/^ten_[a-z2-7]{26}$/)
const address = z.url({ protocol: /^https?$/ }).max(500)

const platform = z.strictObject({
  /** As people call it: it is named to whoever is sent back there. */
  name: line(60),
  issuer: address,
  clientId: line(200),
  deployment: line(200),
  /** Where the browser is sent to be recognised. */
  loginUrl: address,
  /** Where the keys of the platform are read; it is asked nothing else. */
  keysUrl: address,
  /** Where a person finds the courses; shown to who came past it. */
  home: address,
  /** The platform is trusted to name people by the learner’s number of the institution. */
  byLearner: z.boolean(),
})

const keyTroubles = ['unreachable', 'wrong_certificate', 'no_keys'] as const

const view = z.object({
  /** What is copied into the platform. */
  tool: z.object({ login: z.string(), launch: z.string(), keys: z.string(), start: z.string() }),
  platforms: z.array(platform.extend({ id: platformId, changedAt: moment })),
  /** The act in force lets people in from the platform alone; its clauses. */
  onlyFromHere: z.object({ clauses: z.array(z.string()) }).nullable(),
})
export type LmsView = z.output<typeof view>

const common = { can: 'institution.manage', stepUp: true } as const
const params = z.strictObject({ id: platformId })

export const readLms = {
  method: 'GET',
  path: '/api/lms',
  can: 'institution.manage',
  reply: view,
  refusals: [],
  summary: 'Learning platforms that open exams here, and what is copied into them',
} as const satisfies Route

export const addPlatform = {
  ...common,
  method: 'POST',
  path: '/api/lms/platforms',
  body: platform,
  reply: view,
  refusals: ['lms_in_clear', 'lms_known'],
  summary: 'R2-5j: a learning platform',
} as const satisfies Route

export const changePlatform = {
  ...common,
  method: 'PUT',
  path: '/api/lms/platforms/:id',
  params,
  body: platform,
  reply: view,
  refusals: ['not_found', 'lms_in_clear', 'lms_known'],
  summary: 'Change a learning platform',
} as const satisfies Route

export const removePlatform = {
  ...common,
  method: 'DELETE',
  path: '/api/lms/platforms/:id',
  params,
  reply: view,
  refusals: ['not_found'],
  summary: 'No more launches from this platform',
} as const satisfies Route

export const tryPlatform = {
  ...common,
  method: 'POST',
  path: '/api/lms/platforms/:id/trial',
  params,
  reply: z.discriminatedUnion('works', [
    z.object({ works: z.literal(true), keys: z.number() }),
    z.object({ works: z.literal(false), why: z.enum(keyTroubles) }),
  ]),
  refusals: ['not_found', 'too_many'],
  summary: 'Read the keys of the platform',
} as const satisfies Route

const text = z.string().max(2000)
const initiation = z.object({
  iss: text,
  login_hint: text,
  target_link_uri: text.optional(),
  lti_message_hint: text.optional(),
  client_id: text.optional(),
  lti_deployment_id: text.optional(),
})
const at = z.strictObject({ tid: tenantId })

export const beginLaunch = {
  method: 'GET',
  path: '/api/lms/:tid/login',
  can: 'public',
  params: at,
  query: initiation,
  reply: 'octets',
  refusals: [],
  summary: 'The platform begins: the browser goes back to it to be recognised',
} as const satisfies Route

export const beginLaunchByForm = {
  method: 'POST',
  path: '/api/lms/:tid/login',
  can: 'public',
  form: true,
  params: at,
  body: initiation,
  reply: 'octets',
  refusals: [],
  summary: 'The same, as Moodle sends it',
} as const satisfies Route

export const launch = {
  method: 'POST',
  path: '/api/lms/:tid/launch',
  can: 'public',
  form: true,
  params: at,
  body: z.object({
    state: text.optional(),
    id_token: z.string().max(32_000).optional(),
    error: text.optional(),
  }),
  reply: 'octets',
  refusals: [],
  summary:
    'The signed words of the platform: who came and for which exam; leads to a page, whatever came of it',
} as const satisfies Route

export const enterByLaunch = {
  method: 'GET',
  path: '/api/lms/:tid/entry',
  can: 'public',
  params: at,
  reply: 'octets',
  refusals: [],
  summary: 'The last step of a launch: goes on with the sign-in of this browser, or opens one',
} as const satisfies Route

export const readToolKeys = {
  method: 'GET',
  path: '/api/lms/:tid/keys',
  can: 'public',
  params: at,
  reply: z.object({ keys: z.array(z.record(z.string(), z.string())) }),
  refusals: ['not_found'],
  summary: 'The keys by which the platform knows our answers',
} as const satisfies Route

const coming = z.discriminatedUnion('is', [
  z.object({ is: z.literal('nothing') }),
  /** Somebody of the platform whose account here is not known yet. */
  z.object({ is: z.literal('unknown'), platform: z.string(), called: z.string().nullable() }),
  /** A teacher who has to say which exam this place of the course opens. */
  z.object({
    is: z.literal('choose'),
    platform: z.string(),
    title: z.string().nullable(),
    exams: z.array(z.object({ id: examId, title: z.string(), opensAt: moment })),
  }),
])
export type Coming = z.output<typeof coming>

export const readComing = {
  method: 'GET',
  path: '/api/lms/coming',
  can: 'public',
  reply: coming,
  refusals: [],
  summary: 'What is left to say of a launch that waits in this browser',
} as const satisfies Route

export const joinAccount = {
  method: 'POST',
  path: '/api/lms/coming/account',
  can: 'signed-in',
  stepUp: true,
  reply: z.object({ to: z.string() }),
  refusals: ['launch_stale', 'linked_to_another', 'account_linked', 'launch_unbound', 'not_on_list'],
  summary: 'The person of the platform and this account are the same (B-29)',
} as const satisfies Route

export const chooseExam = {
  method: 'POST',
  path: '/api/lms/coming/exam',
  can: 'exam.manage',
  body: z.strictObject({ exam: examId }),
  reply: z.discriminatedUnion('did', [
    z.object({ did: z.literal('bound'), to: z.string() }),
    /** Posted by the browser to the platform. */
    z.object({ did: z.literal('answer'), address: z.string(), jwt: z.string() }),
  ]),
  refusals: ['launch_stale', 'not_found'],
  summary: 'This place of the course opens this exam',
} as const satisfies Route

export const lmsRoutes = {
  readLms,
  addPlatform,
  changePlatform,
  removePlatform,
  tryPlatform,
  beginLaunch,
  beginLaunchByForm,
  launch,
  enterByLaunch,
  readToolKeys,
  readComing,
  joinAccount,
  chooseExam,
} as const
