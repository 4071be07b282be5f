// The door: what an examinee shows before the control window opens, and the proctor who lets them in.
import { documentKinds } from '@ochno/domain/identity/documents'
import { stepIds } from '@ochno/domain/identity/steps'
import { checkIds, failureCodes } from '@ochno/domain/identity/verdict'
import { z } from 'zod'
import { accountId, line, moment, partId, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const step = z.enum(stepIds)
const document = z.enum(documentKinds)
const evidenceId = z.string().regex(/^evi_[a-z2-7]{26}$/)
const params = z.strictObject({ sid: sessionId })
const ofStep = z.strictObject({ sid: sessionId, step })
const wording = z.object({ clause: z.string(), text: z.string() })

const state = z.enum(['preparing', 'waiting', 'asked_again', 'admitted', 'refused'])
const held = z.enum([
  'identity_steps_missing',
  'identity_undecided',
  'identity_refused',
  'external_identity_missing',
])
const helper = z.enum(['self', 'proctor', 'teacher', 'support'])

export const doorStepView = z.object({
  id: step,
  kind: z.enum(['picture', 'sound', 'words', 'elsewhere']),
  /** How many pictures it takes, and how many were taken. */
  pictures: z.number(),
  taken: z.number(),
  done: z.boolean(),
  clauses: z.array(z.string()),
  /** The words of the act that are acknowledged. */
  words: z.array(wording),
})

export const doorView = z.object({
  now: moment,
  state,
  /** Empty: this exam asks nothing here. */
  steps: z.array(doorStepView),
  documents: z.array(document),
  document: document.nullable(),
  by: z.enum(['proctor', 'review', 'system']).nullable(),
  held: held.nullable(),
  helpers: z.array(helper),
  /** Not empty: the act lets people in from a learning platform alone, and this sign-in did not come from one (R4-5.4). */
  comeFrom: z.array(z.object({ name: z.string(), home: z.string() })),
  /** 1 is next; null: not in the queue. */
  place: z.number().nullable(),
  cameAt: moment.nullable(),
  proctors: z.array(z.string()),
  /** What the proctor said last. */
  said: z
    .object({
      is: z.enum(['admitted', 'again', 'refused']),
      at: moment,
      reason: z.string().nullable(),
      why: z.enum(failureCodes).nullable(),
      steps: z.array(step),
    })
    .nullable(),
})
export type DoorView = z.output<typeof doorView>
export type DoorStepView = DoorView['steps'][number]

export const readDoor = {
  method: 'GET',
  path: '/api/sessions/:sid/door',
  can: 'session.take',
  params,
  reply: doorView,
  refusals: ['not_found'],
  summary: 'What the examinee still has to show, who decides, and who can help',
} as const satisfies Route

/** The body is what the camera or the microphone gave: JPEG, or a few seconds of WebM or Ogg. */
export const showStep = {
  method: 'PUT',
  path: '/api/sessions/:sid/door/evidence/:step',
  can: 'session.take',
  params: ofStep,
  query: z.strictObject({
    document: document.optional(),
    part: z.coerce.number().int().min(0).max(9).default(0),
  }),
  body: 'octets',
  upload: 'identity',
  reply: doorView,
  refusals: [
    'not_found',
    'not_now',
    'not_asked',
    'too_early',
    'too_late',
    'in_a_room',
    'launch_from_lms',
    'not_a_picture',
    'not_a_sound',
    'no_document_kind',
    'too_large',
    'disk',
  ],
  summary: 'One picture or sound of a step, already masked on the examinee’s machine',
} as const satisfies Route

export const acknowledgeStep = {
  method: 'POST',
  path: '/api/sessions/:sid/door/words/:step',
  can: 'session.take',
  params: ofStep,
  body: z.strictObject({ acknowledged: z.literal(true) }),
  reply: doorView,
  refusals: ['not_found', 'not_now', 'not_asked', 'too_early', 'too_late', 'in_a_room', 'launch_from_lms'],
  summary: 'Rules, responsibility, the statement of the account’s owner: read and accepted',
} as const satisfies Route

export const comeToDoor = {
  method: 'POST',
  path: '/api/sessions/:sid/door/queue',
  can: 'session.take',
  params,
  reply: doorView,
  refusals: [
    'not_found',
    'not_now',
    'nobody_decides',
    'steps_missing',
    'too_early',
    'too_late',
    'in_a_room',
    'launch_from_lms',
  ],
  summary: 'Everything is shown: join the queue',
} as const satisfies Route

export const tryDoorAgain = {
  method: 'POST',
  path: '/api/sessions/:sid/door/again',
  can: 'session.take',
  params,
  reply: doorView,
  refusals: ['not_found', 'not_now', 'too_early', 'too_late', 'in_a_room', 'launch_from_lms'],
  summary: 'After a refusal: show everything anew',
} as const satisfies Route

/** Kept in memory for a few seconds and written nowhere. */
export const sendDoorFrame = {
  method: 'PUT',
  path: '/api/sessions/:sid/door/frame',
  can: 'session.take',
  params,
  body: 'octets',
  upload: 'stream',
  reply: 'none',
  refusals: ['not_found', 'not_now', 'not_a_picture', 'too_large'],
  summary: 'The face of the person who waits, for the proctor to see now',
} as const satisfies Route

const person = z.object({ id: accountId, name: z.string() })

export const doorRow = z.object({
  session: sessionId,
  exam: z.object({ title: z.string() }),
  examinee: person,
  /** `to_review`: fixed before an asynchronous exam, to be compared with the recording. `place_shown`: the login said who it is. */
  state: z.enum([...state.options, 'to_review', 'place_shown']),
  cameAt: moment.nullable(),
  /** Steps shown of those asked. */
  shown: z.number(),
  steps: z.number(),
})
export type DoorRow = z.output<typeof doorRow>

export const readDoorQueue = {
  method: 'GET',
  path: '/api/door/queue',
  can: 'door.decide',
  reply: z.object({ now: moment, rows: z.array(doorRow) }),
  refusals: [],
  summary: 'Who waits at the door of the sessions this proctor is assigned to, who came first is first',
} as const satisfies Route

const shownEvidence = z.object({
  id: evidenceId,
  step,
  part: z.number(),
  kind: z.enum(['image/jpeg', 'audio/webm', 'audio/ogg']),
  takenAt: moment,
})

export const doorCase = z.object({
  ...doorRow.shape,
  now: moment,
  opensAt: moment,
  closesAt: moment,
  document: document.nullable(),
  evidence: z.array(shownEvidence),
  /** The document and the face of the first sign-in, when there are any. */
  reference: z.object({ takenAt: moment, evidence: z.array(shownEvidence) }).nullable(),
  checks: z.array(z.enum(checkIds)),
  failures: z.array(z.enum(failureCodes)),
  askable: z.array(step),
  history: z.array(
    z.object({
      is: z.enum(['admitted', 'again', 'refused']),
      at: moment,
      by: z.string(),
      reason: z.string().nullable(),
      why: z.enum(failureCodes).nullable(),
    }),
  ),
})
export type DoorCase = z.output<typeof doorCase>

const proctorRefusals = ['not_found', 'outside_window', 'not_assigned', 'journal_unavailable'] as const

export const readDoorCase = {
  method: 'GET',
  path: '/api/sessions/:sid/door/case',
  can: 'door.decide',
  params,
  reply: doorCase,
  refusals: [...proctorRefusals],
  summary: 'What one person has shown, for the proctor; the act is journalled first',
} as const satisfies Route

export const viewEvidence = {
  method: 'GET',
  path: '/media/v1/sessions/:sid/door/evidence/:evidence',
  can: 'door.decide',
  params: z.strictObject({ sid: sessionId, evidence: evidenceId }),
  reply: 'octets',
  refusals: [...proctorRefusals, 'not_same_origin'],
  summary: 'One picture or sound; every view is journalled before its first byte',
} as const satisfies Route

export const viewDoorFrame = {
  method: 'GET',
  path: '/media/v1/sessions/:sid/door/frame',
  can: 'door.decide',
  params,
  reply: 'octets',
  refusals: [...proctorRefusals, 'not_same_origin'],
  summary: 'The person at the door as the camera sees them now',
} as const satisfies Route

export const decideAtDoor = {
  method: 'POST',
  path: '/api/sessions/:sid/door/decision',
  can: 'door.decide',
  params,
  body: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('admitted'), checks: z.array(z.enum(checkIds)).max(20) }),
    z.strictObject({ is: z.literal('again'), steps: z.array(step).min(1).max(10), reason: line(300) }),
    z.strictObject({ is: z.literal('refused'), why: z.enum(failureCodes), reason: line(300) }),
  ]),
  reply: doorCase,
  refusals: [
    ...proctorRefusals,
    'not_now',
    'in_a_room',
    'checks_open',
    'nothing_asked',
    'not_of_this_act',
    'no_reason',
    'person_identifies',
  ],
  summary: 'Let in, ask to show again, or refuse: each with its reasons, by a person alone',
} as const satisfies Route

const staffRow = z.object({
  session: sessionId,
  exam: z.object({ title: z.string() }),
  examinee: person,
  opensAt: moment,
  closesAt: moment,
  state,
  held: held.nullable(),
  proctors: z.array(z.string()),
  said: z.object({ why: z.enum(failureCodes).nullable(), reason: z.string().nullable() }).nullable(),
  /** Whether the act lets the institution ask a provider, and what came of it. */
  mayAskExternal: z.boolean(),
  external: z
    .object({ provider: z.string(), result: z.enum(['asked', 'positive', 'negative']), at: moment })
    .nullable(),
})
export type DoorStaffRow = z.output<typeof staffRow>

export const listDoorToday = {
  method: 'GET',
  path: '/api/door/today',
  can: 'exam.manage',
  query: z.strictObject({ branch: partId.optional() }),
  reply: z.object({ now: moment, rows: z.array(staffRow) }),
  refusals: [],
  summary: 'Who has still to pass the door of the exams of this day, and what holds each of them',
} as const satisfies Route

const ownerRow = z.object({ account: person, takenAt: moment })

export const listOwners = {
  method: 'GET',
  path: '/api/owner-references',
  can: 'account.manage',
  query: z.strictObject({ find: z.string().max(100).optional() }),
  reply: z.object({ rows: z.array(ownerRow) }),
  refusals: [],
  summary: 'Accounts with a reference of their owner; at most 200, narrowed by name',
} as const satisfies Route

export const recordExternal = {
  method: 'PUT',
  path: '/api/sessions/:sid/door/external',
  can: 'exam.manage',
  params,
  body: z.discriminatedUnion('result', [
    z.strictObject({ result: z.literal('asked'), provider: line(100) }),
    z.strictObject({ result: z.enum(['positive', 'negative']), provider: line(100), transaction: line(200) }),
    /** The person prefers the way of the act itself. */
    z.strictObject({ result: z.literal('withdrawn') }),
  ]),
  reply: z.object({ done: z.boolean() }),
  refusals: ['not_found', 'not_asked', 'not_now'],
  summary:
    'The answer of an identity provider: yes or no, and the number of its transaction; nothing else of it is kept',
} as const satisfies Route

export const unbindOwner = {
  method: 'POST',
  path: '/api/accounts/:id/owner-reference/removal',
  can: 'account.manage',
  stepUp: true,
  params: z.strictObject({ id: accountId }),
  body: z.strictObject({ ground: line(500) }),
  reply: 'none',
  refusals: ['not_found'],
  summary:
    'The reference of the account’s owner is taken away with a ground; the next sign-in makes a new one',
} as const satisfies Route

export const doorRoutes = {
  readDoor,
  showStep,
  acknowledgeStep,
  comeToDoor,
  tryDoorAgain,
  sendDoorFrame,
  readDoorQueue,
  readDoorCase,
  viewEvidence,
  viewDoorFrame,
  decideAtDoor,
  listDoorToday,
  listOwners,
  recordExternal,
  unbindOwner,
} as const
