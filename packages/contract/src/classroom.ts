// 004 section 2: an exam in a classroom. The proctor in the room has the list, looks at documents and begins each attempt by hand.
import { signsOffered } from './conduct.ts'
import { documentKinds } from '@ochno/domain/identity/documents'
import { failureCodes } from '@ochno/domain/identity/verdict'
import { z } from 'zod'
import { examId, line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const params = z.strictObject({ sid: sessionId })
const failures = failureCodes.filter((code) => code !== 'not_recognised')

export const seatStates = [
  'expected',
  'came',
  'refused',
  'identified',
  'begun',
  'handed_in',
  'stopped',
  'over',
  'absent',
] as const

const seat = z.object({
  session: sessionId,
  examinee: z.string(),
  group: z.string().nullable(),
  is: z.enum(seatStates),
  opensAt: moment,
  closesAt: moment,
  cameAt: moment.nullable(),
  /** What was shown and who looked at it; never its number. */
  identity: z
    .object({ document: z.enum(documentKinds).nullable(), by: z.string(), at: moment, reason: z.string() })
    .nullable(),
  authorizedAt: moment.nullable(),
  deadline: moment.nullable(),
  deauthorizedAt: moment.nullable(),
  /** The time of this person stands (SM-17). */
  pause: z.object({ seq: z.number(), reason: z.string() }).nullable(),
  /** R4-7.5a: warnings given to this person. */
  warnings: z.number(),
  marks: z.array(z.object({ wording: z.string(), from: moment, to: moment, note: z.string() })),
  /** What is permitted to this person, without a diagnosis. */
  conditions: z.array(z.string()),
})
export type SeatView = z.output<typeof seat>

export const roomView = z.object({
  now: moment,
  exams: z.array(
    z.object({
      id: examId,
      title: z.string(),
      /** The room by name. */
      place: z.string().nullable(),
      lesson: z.boolean(),
      minutes: z.number(),
      marks: z.array(z.object({ code: z.string(), wording: z.string(), signs: signsOffered })),
      /** What the act lets an examinee show; where it names nothing, any. */
      documents: z.array(z.enum(documentKinds)),
      /** How the act wants a warning given; empty: it gives no right to one. */
      warnBy: z.array(z.enum(['text', 'audio'])),
      /** Confirmed violations before a stop; null: the act gives no right to stop. */
      stopAfter: z.number().nullable(),
      stopConsequence: z.string().nullable(),
      seats: z.array(seat),
    }),
  ),
})
export type RoomView = z.output<typeof roomView>

export const readRoom = {
  method: 'GET',
  path: '/api/room',
  can: 'live.watch',
  reply: roomView,
  refusals: [],
  summary: 'R4-2.14: the list of today’s classroom exams of this proctor, with where everybody stands',
} as const satisfies Route

export const noteArrival = {
  method: 'POST',
  path: '/api/sessions/:sid/room/arrival',
  can: 'live.watch',
  params,
  reply: roomView,
  refusals: ['not_found', 'not_in_a_room', 'not_now'],
  summary: 'R4-2.14: an examinee came into the room',
} as const satisfies Route

export const noteIdentity = {
  method: 'POST',
  path: '/api/sessions/:sid/room/identity',
  can: 'live.watch',
  params,
  body: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('admitted'), document: z.enum(documentKinds) }),
    z.strictObject({ is: z.literal('refused'), why: z.enum(failures), reason: line(300) }),
  ]),
  reply: roomView,
  refusals: ['not_found', 'not_in_a_room', 'not_now', 'own_exam', 'document_not_in_act'],
  summary: 'R4-2.14: the proctor looked at the document and at the face, and says so',
} as const satisfies Route

export const beginInRoom = {
  method: 'POST',
  path: '/api/sessions/:sid/room/begin',
  can: 'live.watch',
  params,
  reply: roomView,
  refusals: [
    'not_found',
    'not_in_a_room',
    'identity_undecided',
    'identity_refused',
    'too_early',
    'too_late',
    'not_admitted',
    'already_over',
    'exam_draft',
    'people_not_told',
    'checklist_open',
    'not_briefed',
  ],
  summary: 'R4-2.14: the proctor authorises the examinee, and the time of the task begins',
} as const satisfies Route

export const handInInRoom = {
  method: 'POST',
  path: '/api/sessions/:sid/room/hand-in',
  can: 'live.watch',
  params,
  reply: roomView,
  refusals: ['not_found', 'not_in_a_room', 'not_running', 'already_over'],
  summary: 'R4-2.14: the examinee handed the work in; the control window closes',
} as const satisfies Route

export const classroomRoutes = { readRoom, noteArrival, noteIdentity, beginInRoom, handInInRoom } as const
