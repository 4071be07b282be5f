// Conditions of one examinee (SM-20): asked for with a document, decided by staff, shown to a proctor as neutral words alone.
import { z } from 'zod'
import { accountId, examId, line, moment, sessionId } from './ids.ts'
import { paged, paging } from './paging.ts'
import { fileRefusals, type Route } from './route.ts'

export const accommodationId = z.string().regex(/^acm_[a-z2-7]{26}$/)
export const accommodationKinds = ['pmpk_assistant', 'pmpk_technical_means', 'disability'] as const
export const pmpkServiceNames = ['take_seat', 'read_task', 'move_mouse', 'mark_spoken_answers'] as const
const day = z.iso.date().refine((iso) => iso >= '2000' && iso < '2101')

export const accommodationAsked = z.strictObject({
  account: accountId,
  kind: z.enum(accommodationKinds),
  /** Number and date of the document that is the ground. */
  document: line(300),
  services: z.array(z.enum(pmpkServiceNames)).max(4),
  /** Who assists; registered with the session. */
  helper: line(200).nullable(),
  means: z.array(line(200)).max(20),
  extraMinutes: z.number().int().min(0).max(300),
})
export type AccommodationAsked = z.output<typeof accommodationAsked>

export const accommodationView = accommodationAsked.omit({ account: true }).extend({
  id: accommodationId,
  person: z.object({ id: accountId, name: z.string() }),
  state: z.enum(['requested', 'active', 'used', 'expired', 'refused']),
  exam: z.object({ id: examId, title: z.string() }).nullable(),
  from: z.string(),
  until: z.string().nullable(),
  file: z.object({ kind: z.string(), bytes: z.number(), at: moment }).nullable(),
  askedAt: moment,
  decidedBy: z.string().nullable(),
  decision: z.string(),
})
export type AccommodationView = z.output<typeof accommodationView>

const params = z.strictObject({ acm: accommodationId })

/** What the proctor and the examinee read of it: what is permitted and where it ends. */
export const neutralCondition = z.object({ permitted: z.array(z.string()), limit: z.string().nullable() })

export const listMyAccommodations = {
  method: 'GET',
  path: '/api/my/accommodations',
  can: 'accommodation.ask',
  reply: z.object({
    people: z.array(z.object({ id: accountId, name: z.string() })),
    rows: z.array(accommodationView),
  }),
  refusals: [],
  summary: 'Conditions of oneself and of one’s children',
} as const satisfies Route

export const askAccommodation = {
  method: 'POST',
  path: '/api/accommodations',
  can: 'accommodation.ask',
  body: accommodationAsked,
  reply: accommodationView,
  refusals: ['not_found', 'no_services', 'no_means', 'helper_not_named', 'too_many'],
  summary: 'Ask for special conditions for oneself or a child; staff may write it for anybody',
} as const satisfies Route

export const sendGround = {
  method: 'PUT',
  path: '/api/accommodations/:acm/ground',
  can: 'accommodation.ask',
  params,
  body: 'octets',
  upload: 'paper',
  reply: accommodationView,
  refusals: ['not_found', 'not_now', 'not_a_scan', 'too_large', 'disk'],
  summary: 'The document that is the ground: PDF, JPEG or PNG, at most 10 MiB, kept sealed',
} as const satisfies Route

export const readGround = {
  method: 'GET',
  path: '/api/accommodations/:acm/ground',
  can: 'accommodation.ask',
  params,
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'The document; the journal has the row before the first byte',
} as const satisfies Route

export const listAccommodations = {
  method: 'GET',
  path: '/api/accommodations',
  can: 'accommodation.manage',
  query: z.strictObject({ find: z.string().max(100).optional(), ...paging }),
  reply: z.object({
    ...paged(accommodationView),
    /** School classes, by which 001 6.2 gives help to primary pupils without a document. */
    groups: z.array(z.object({ id: z.string(), name: z.string(), grade: z.number().nullable() })),
  }),
  refusals: ['cursor_stale'],
  summary: 'Conditions of everybody by pages, those that wait first',
} as const satisfies Route

export const decideAccommodation = {
  method: 'POST',
  path: '/api/accommodations/:acm/decision',
  can: 'accommodation.manage',
  params,
  body: z.discriminatedUnion('command', [
    z.strictObject({
      command: z.literal('verify'),
      from: day,
      until: day.nullable(),
      exam: examId.nullable(),
      words: line(500).or(z.literal('')),
    }),
    z.strictObject({ command: z.literal('refuse'), words: line(500).or(z.literal('')) }),
  ]),
  reply: accommodationView,
  refusals: [
    'not_found',
    'not_now',
    'no_ground',
    'no_reason',
    'condition_not_in_act',
    'ends_before_it_begins',
  ],
  summary: 'Grant for a term or refuse with a reason (SM-20); without its document nothing is granted',
} as const satisfies Route

export const setGrade = {
  method: 'PUT',
  path: '/api/people/groups/:gid/grade',
  can: 'accommodation.manage',
  params: z.strictObject({ gid: z.string().regex(/^grp_[a-z2-7]{26}$/) }),
  body: z.strictObject({ grade: z.number().int().min(1).max(11).nullable() }),
  reply: z.object({ grade: z.number().nullable() }),
  refusals: ['not_found'],
  summary: 'The school class of a group: R1-6.2c and R1-6.2d go by it',
} as const satisfies Route

export const readConditions = {
  method: 'GET',
  path: '/api/sessions/:sid/conditions',
  can: 'signed-in',
  params: z.strictObject({ sid: sessionId }),
  reply: z.object({ rows: z.array(neutralCondition), extraMinutes: z.number() }),
  refusals: ['not_found'],
  summary: 'What this examinee is permitted besides, in neutral words: the same for both sides',
} as const satisfies Route

export const accommodationRoutes = {
  listMyAccommodations,
  askAccommodation,
  sendGround,
  readGround,
  listAccommodations,
  decideAccommodation,
  setGrade,
  readConditions,
} as const
