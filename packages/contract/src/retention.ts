// What is kept until when, what is held and why, what was destroyed by which act (SM-18, P-22…P-24), a person's own data (P-30).
import { claimKinds, claimOutcomes } from '@ochno/domain/retention/claim'
import { z } from 'zod'
import { accountId, line, moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const destructionId = z.string().regex(/^dst_[a-z2-7]{26}$/)
const holdId = z.string().regex(/^hld_[a-z2-7]{26}$/)

const whyKept = [
  'term_not_set',
  'result_not_announced',
  'calendar_ends',
  'term_running',
  'appeal_open',
  'complaint_open',
  'on_hold',
] as const

const holdView = z.object({
  id: holdId,
  reason: z.string(),
  reviewOn: day,
  /** The day to look again has passed; nothing was released by itself. */
  reviewDue: z.boolean(),
  /** Closed to everybody while it lasts. */
  blocks: z.boolean(),
  /** P-15, P-16: disputed by parents or by somebody the recording shows; it ends with a decision alone. */
  about: z.enum(claimKinds).nullable(),
  claim: z.string(),
  by: z.string(),
  at: moment,
})

const destroyedView = z.object({ number: z.number(), at: moment, sha256: z.string() })

const keptLine = z.object({
  session: sessionId,
  exam: z.string(),
  examinee: z.string(),
  recordedOn: day,
  /** The last day of keeping; null where nobody knows it yet. */
  until: day.nullable(),
  /** Null: it is due, or already gone. */
  kept: z.enum(whyKept).nullable(),
  /** The consent it was made under was taken back on this day (P-14). */
  withdrawnOn: day.nullable(),
  /** P-15: by decision nobody uses it any more; closed to everybody until it is destroyed. */
  stopped: z.boolean(),
  holds: z.array(holdView),
  /** Number of the act that is being prepared. */
  inAct: z.number().nullable(),
  destroyed: destroyedView.nullable(),
})
export type KeptLine = z.output<typeof keptLine>

const destructionView = z.object({
  id: destructionId,
  number: z.number(),
  state: z.enum(['prepared', 'confirmed', 'destroyed']),
  ground: z.string(),
  prepared: z.object({ id: accountId, name: z.string(), at: moment }),
  confirmed: z.object({ name: z.string(), at: moment }).nullable(),
  destroyedAt: moment.nullable(),
  recordings: z.number(),
})
export type DestructionView = z.output<typeof destructionView>

const page = z.object({
  today: day,
  me: accountId,
  rows: z.array(keptLine),
  acts: z.array(destructionView),
  mayDestroy: z.boolean(),
  mayHold: z.boolean(),
})

export const readRetention = {
  method: 'GET',
  path: '/api/retention',
  can: 'retention.read',
  reply: page,
  refusals: [],
  summary: 'Recordings with their last day of keeping, what holds each, and the acts of destruction',
} as const satisfies Route

export const readKept = {
  method: 'GET',
  path: '/api/sessions/:sid/retention',
  can: 'retention.state',
  params: z.strictObject({ sid: sessionId }),
  reply: z.object({ destroyed: destroyedView.nullable() }),
  refusals: ['not_found'],
  summary: 'Whether the recording of a session was destroyed, when and by which act',
} as const satisfies Route

export const holdRecording = {
  method: 'POST',
  path: '/api/sessions/:sid/holds',
  can: 'retention.hold',
  params: z.strictObject({ sid: sessionId }),
  /** `blocks`: nobody looks at it either, until it is released (P-31). */
  body: z.strictObject({
    reason: line(500),
    reviewOn: day,
    blocks: z.boolean().default(false),
    about: z.enum(claimKinds).nullable().default(null),
    /** Who asked, when and how. */
    claim: paragraphs(1000).default(''),
  }),
  reply: z.object({ id: holdId }),
  refusals: ['not_found', 'recording_destroyed', 'review_too_far', 'claim_unsaid'],
  summary: 'P-23: keep a recording past its term, with a reason and a day to look again, at most 90 days off',
} as const satisfies Route

export const releaseHold = {
  method: 'POST',
  path: '/api/holds/:hid/release',
  can: 'retention.hold',
  stepUp: true,
  params: z.strictObject({ hid: holdId }),
  reply: z.object({}),
  refusals: ['not_found', 'decision_needed'],
  summary: 'The recording is kept by its term alone again',
} as const satisfies Route

export const decideClaim = {
  method: 'POST',
  path: '/api/holds/:hid/decision',
  can: 'retention.hold',
  stepUp: true,
  params: z.strictObject({ hid: holdId }),
  body: z.strictObject({ outcome: z.enum(claimOutcomes), words: paragraphs(2000).min(1) }),
  reply: z.object({}),
  refusals: ['not_found', 'not_now', 'wrong_outcome', 'no_reason'],
  summary:
    'P-15, P-16: the institution decides a dispute over a recording in writing; only then it is kept by its term alone',
} as const satisfies Route

export const lookAgain = {
  method: 'POST',
  path: '/api/holds/:hid/review',
  can: 'retention.hold',
  params: z.strictObject({ hid: holdId }),
  body: z.strictObject({ reason: line(500), reviewOn: day }),
  reply: z.object({}),
  refusals: ['not_found', 'review_too_far'],
  summary: 'P-23: a person looked at a hold again and keeps it on, with a reason and the next day to look',
} as const satisfies Route

export const prepareDestruction = {
  method: 'POST',
  path: '/api/destructions',
  can: 'retention.destroy',
  stepUp: true,
  body: z.strictObject({ sessions: z.array(sessionId).min(1).max(200), ground: line(500) }),
  reply: destructionView,
  /** `not_due` names in `fields` the sessions that must be kept. */
  refusals: ['not_found', 'not_due'],
  summary: 'The first of two people: an act over recordings whose term has run out; nothing is destroyed yet',
} as const satisfies Route

export const cancelDestruction = {
  method: 'DELETE',
  path: '/api/destructions/:did',
  can: 'retention.destroy',
  params: z.strictObject({ did: destructionId }),
  reply: z.object({}),
  refusals: ['not_found', 'not_now'],
  summary: 'An act nobody confirmed yet is put aside',
} as const satisfies Route

export const confirmDestruction = {
  method: 'POST',
  path: '/api/destructions/:did/confirm',
  can: 'retention.destroy',
  stepUp: true,
  params: z.strictObject({ did: destructionId }),
  reply: destructionView,
  refusals: ['not_found', 'not_now', 'same_person', 'not_due'],
  summary: 'The second person: keys are destroyed first, then the recordings; there is no way back',
} as const satisfies Route

export const printDestruction = {
  method: 'GET',
  path: '/api/destructions/:did/paper',
  can: 'retention.read',
  params: z.strictObject({ did: destructionId }),
  query: z.strictObject({ as: z.enum(['pdf', 'docx']) }),
  reply: 'octets',
  refusals: ['not_found', 'not_now', 'not_same_origin', 'busy', 'print_failed', 'paper_lacks'],
  summary: 'F-ALL-4: the act of destruction',
} as const satisfies Route

export const extractDestruction = {
  method: 'GET',
  path: '/api/destructions/:did/extract',
  can: 'retention.read',
  params: z.strictObject({ did: destructionId }),
  reply: 'octets',
  refusals: ['not_found', 'not_now', 'not_same_origin'],
  summary: 'The extract of the log that goes with the act, as CSV: what was destroyed of whom, when and why',
} as const satisfies Route

export const takeProof = {
  method: 'GET',
  path: '/api/sessions/:sid/proof',
  can: 'retention.read',
  params: z.strictObject({ sid: sessionId }),
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin'],
  summary: 'TR-41: the signed manifest of a recording with the public keys; it outlives the recording',
} as const satisfies Route

export const exportOwnData = {
  method: 'GET',
  path: '/api/me/data',
  can: 'account.self',
  stepUp: true,
  reply: 'octets',
  refusals: ['not_same_origin'],
  summary: 'P-30: everything kept about the person who asks, as a ZIP with a page to read and JSON',
} as const satisfies Route

export const findSubjects = {
  method: 'GET',
  path: '/api/subjects',
  can: 'subject.export',
  query: z.strictObject({ find: line(100) }),
  reply: z.object({
    rows: z.array(z.object({ id: accountId, fullName: z.string(), login: z.string() })),
  }),
  refusals: [],
  summary: 'P-30: whom the person who answers for personal data looks for, by name or login',
} as const satisfies Route

export const exportSubjectData = {
  method: 'GET',
  path: '/api/people/:id/data',
  can: 'subject.export',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin'],
  summary: 'P-30: the same for a person who asked in writing',
} as const satisfies Route

export const takeDeidentified = {
  method: 'GET',
  path: '/api/retention/deidentified',
  can: 'subject.export',
  stepUp: true,
  reply: 'octets',
  refusals: ['not_same_origin', 'too_few_together'],
  summary:
    'Figures of finished exams without names, numbers, days or times, of groups of at least five, as CSV',
} as const satisfies Route

export const retentionRoutes = {
  takeDeidentified,
  readRetention,
  readKept,
  holdRecording,
  releaseHold,
  decideClaim,
  lookAgain,
  prepareDestruction,
  cancelDestruction,
  confirmDestruction,
  printDestruction,
  extractDestruction,
  takeProof,
  exportOwnData,
  findSubjects,
  exportSubjectData,
} as const
