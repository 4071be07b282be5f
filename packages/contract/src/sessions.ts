// An examinee's attempt: made, watched over, authorised, started, submitted, stopped.
import { equipmentHolds } from '@ochno/domain/equipment/hold'
import { assignmentRefusals } from '@ochno/domain/appointment/proctor-rules'
import { permissionNames } from '@ochno/domain/incident/permissions'
import { z } from 'zod'
import { admissionView } from './exam-admission.ts'
import { eventTypes, policyKey } from './exam-card.ts'
import { accountId, examId, line, moment, paragraphs, sessionId, slotId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

const person = z.object({ id: accountId, name: z.string() })

export const sessionView = z.object({
  id: sessionId,
  exam: z.object({ id: examId, title: z.string() }),
  examinee: person,
  proctors: z.array(person),
  /** R0-1.4b: a lesson is watched as an attestation is. */
  event: z.enum(eventTypes),
  /** Not null: it is held in a classroom. */
  room: z.object({ name: z.string().nullable() }).nullable(),
  state: z.enum([
    'admitted',
    'authorized',
    'in_progress',
    'submitted',
    'deauthorized',
    'expired_not_started',
    'cancelled',
  ]),
  opensAt: moment,
  closesAt: moment,
  lengthMinutes: z.number(),
  authorizedAt: moment.nullable(),
  deadline: moment.nullable(),
  deauthorizedAt: moment.nullable(),
  /** `withdrawn`: consent was taken back while it ran; no violation. */
  endCause: z.enum(['by_examinee', 'auto', 'withdrawn', 'technical']).nullable(),
  /** The reason a proctor gave for stopping. */
  endReason: z.string().nullable(),
  /** T-07: the text of the task, null before the start and for everyone but the examinee. */
  task: z.string().nullable(),
})
export type SessionView = z.output<typeof sessionView>

/** One of the people of an exam. */
export const seatView = sessionView.extend({
  /** Null: may begin at any time of the exam's window. */
  slot: slotId.nullable(),
  /** To whoever manages the exam, of somebody for whom conditions were stated or whose paper original is late. */
  admission: admissionView.nullable(),
})
export type SeatView = z.output<typeof seatView>

const one = z.object({ now: moment, session: sessionView })
const many = z.object({ now: moment, rows: z.array(sessionView) })
const params = z.strictObject({ sid: sessionId })

export const listMySessions = {
  method: 'GET',
  path: '/api/my/sessions',
  can: 'session.take',
  reply: many,
  refusals: [],
  summary: 'The examinee’s own sessions, the nearest first',
} as const satisfies Route

export const listSessions = {
  method: 'GET',
  path: '/api/exams/:eid/sessions',
  can: 'session.list',
  params: z.strictObject({ eid: examId }),
  query: z.strictObject({
    /** Of the name of the examinee. */
    find: z.string().max(100).optional(),
    /** Those of whom something was recorded. */
    recorded: z.literal('yes').optional(),
    ...paging,
  }),
  reply: z.object({ now: moment, ...paged(seatView) }),
  refusals: ['not_found', 'cursor_stale'],
  summary: 'Sessions of an exam by pages, slot by slot; a proctor sees those assigned to them',
} as const satisfies Route

export const readSession = {
  method: 'GET',
  path: '/api/sessions/:sid',
  can: 'signed-in',
  params,
  reply: one,
  refusals: ['not_found'],
  summary: 'One session, to its examinee and to those who may list sessions',
} as const satisfies Route

export const readPermitted = {
  method: 'GET',
  path: '/api/sessions/:sid/permitted',
  can: 'signed-in',
  params,
  reply: z.object({
    /** The act as a protocol quotes it; null where none rules the exam. */
    quote: z.string().nullable(),
    switches: z.array(z.object({ name: z.enum(permissionNames), limitSeconds: z.number().nullable() })),
    software: z.array(z.string()),
    materials: z.array(z.string()),
    /** Bans of the act that this exam lifted. */
    lifted: z.array(policyKey),
    requirements: z.array(z.string()),
    /** A seat of the institution that was booked for it (003 4.2.5.2, 004 6.3.5). */
    workplace: z.object({ place: z.string(), address: z.string(), from: moment, until: moment }).nullable(),
  }),
  refusals: ['not_found'],
  summary: 'What the examinee of a session may use: the same list for both sides (R1-6.4b)',
} as const satisfies Route

export const createSession = {
  method: 'POST',
  path: '/api/exams/:eid/sessions',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  body: z.strictObject({
    examinee: accountId,
    proctors: z.array(accountId).max(20).default([]),
    /** Needed where the exam has a schedule. */
    slot: slotId.optional(),
    /** Kept in the history of the exam. */
    why: line(500).optional(),
  }),
  reply: one,
  refusals: [
    'not_found',
    'session_exists',
    'exam_cancelled',
    'not_an_examinee',
    'not_a_proctor',
    ...assignmentRefusals,
    'already_over',
    'exam_draft',
    'slot_needed',
    'slot_full',
    'examinee_busy',
    'proctor_full',
    'proctor_busy',
  ],
  summary: 'Admit an examinee to an exam',
} as const satisfies Route

export const assignProctor = {
  method: 'PUT',
  path: '/api/sessions/:sid/proctors/:proctor',
  can: 'exam.manage',
  params: z.strictObject({ sid: sessionId, proctor: accountId }),
  reply: one,
  refusals: ['not_found', 'not_a_proctor', ...assignmentRefusals, 'proctor_full', 'proctor_busy'],
  summary: 'Assign a proctor',
} as const satisfies Route

export const removeProctor = {
  method: 'DELETE',
  path: '/api/sessions/:sid/proctors/:proctor',
  can: 'exam.manage',
  params: z.strictObject({ sid: sessionId, proctor: accountId }),
  reply: one,
  refusals: ['not_found'],
  summary: 'Remove a proctor; what they watch stops within seconds',
} as const satisfies Route

export const authorizeSession = {
  method: 'POST',
  path: '/api/sessions/:sid/authorize',
  can: 'session.take',
  params,
  reply: one,
  refusals: [
    ...equipmentHolds,
    'not_found',
    'too_early',
    'too_late',
    'not_admitted',
    'already_over',
    'exam_draft',
    'consent_refused',
    'consent_missing',
    'original_late',
    'original_refused',
    'run_full',
    'no_proctor',
    'people_not_told',
    'checklist_open',
    'not_briefed',
    'identity_steps_missing',
    'identity_undecided',
    'identity_refused',
    'external_identity_missing',
    'in_a_room',
    'launch_from_lms',
  ],
  summary: 'R1-3.1a: the control window opens and recording may begin',
} as const satisfies Route

export const startSession = {
  method: 'POST',
  path: '/api/sessions/:sid/start',
  can: 'session.take',
  params,
  reply: one,
  refusals: ['not_found', 'not_authorized', 'already_over', 'too_late', 'in_a_room'],
  summary: 'Begin the task',
} as const satisfies Route

export const submitSession = {
  method: 'POST',
  path: '/api/sessions/:sid/submit',
  can: 'session.take',
  params,
  reply: one,
  refusals: ['not_found', 'not_running', 'already_over', 'in_a_room'],
  summary: 'Finish; the control window closes',
} as const satisfies Route

export const stopSession = {
  method: 'POST',
  path: '/api/sessions/:sid/stop',
  can: 'session.stop',
  params,
  body: z.strictObject({
    reason: line(1000),
    /** R4-7.5b: why it must end before violations repeated. */
    justification: paragraphs(1000).default(''),
  }),
  reply: one,
  refusals: [
    'not_found',
    'not_running',
    'already_over',
    'no_reason',
    'not_under_this_act',
    'too_few_violations',
  ],
  summary: 'Stop an assigned session as its act allows, with a reason',
} as const satisfies Route

export const giveExamCode = {
  method: 'POST',
  path: '/api/sessions/:sid/code',
  can: 'session.code',
  params,
  reply: z.object({ code: z.string(), login: z.string(), endsAt: moment }),
  refusals: ['not_found', 'code_too_early', 'already_over'],
  summary:
    'B-28: a one-time code that stands in for the password of this examinee for a quarter of an hour and opens this session alone',
} as const satisfies Route

export const sessionRoutes = {
  giveExamCode,
  listMySessions,
  listSessions,
  readSession,
  readPermitted,
  createSession,
  assignProctor,
  removeProctor,
  authorizeSession,
  startSession,
  submitSession,
  stopSession,
} as const
