// Putting right what was published: people, slots and times change, the rules of the exam do not (R0-7.5).
import { assignmentRefusals } from '@ochno/domain/appointment/proctor-rules'
import { z } from 'zod'
import { accountId, examId, givenMoment, line, moment, sessionId, slotId } from './ids.ts'
import type { Route } from './route.ts'

const window = { opensAt: givenMoment, closesAt: givenMoment }

/** Where a person is put. */
const place = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('slot'), slot: slotId }),
  /** A start window of the person's own: a new slot is made, and the exam's window grows to hold it. */
  z.strictObject({ in: z.literal('time'), ...window }),
  /** Another published exam of the same subject; `slot` where that one has a schedule. */
  z.strictObject({ in: z.literal('exam'), exam: examId, slot: slotId.nullable() }),
  /** The whole window of an exam without a schedule. */
  z.strictObject({ in: z.literal('window') }),
])

const deed = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('move'),
    session: sessionId,
    to: place,
    /** Absent: those who watch this person stay where they can, else somebody of the new slot does. */
    proctors: z.array(accountId).max(20).optional(),
  }),
  z.strictObject({ do: z.literal('take_off'), session: sessionId }),
  z.strictObject({
    do: z.literal('add'),
    examinee: accountId,
    to: place,
    proctors: z.array(accountId).max(20).optional(),
  }),
  /** Of everybody in a slot who is not over; `slot` null: of those without one. `from` null: where nobody watches. */
  z.strictObject({
    do: z.literal('change_proctor'),
    slot: slotId.nullable(),
    from: accountId.nullable(),
    to: accountId,
  }),
  /** `slot` null: the window of the exam, with everybody who is in no slot. */
  z.strictObject({ do: z.literal('move_slot'), slot: slotId.nullable(), ...window }),
  z.strictObject({ do: z.literal('cancel_slot'), slot: slotId }),
  z.strictObject({ do: z.literal('cancel_exam') }),
])
export type Deed = z.output<typeof deed>
export type DeedGiven = z.input<typeof deed>

const person = z.object({ id: accountId, name: z.string() })

export const amendmentProblems = [
  'slot_full',
  'examinee_busy',
  'proctor_full',
  'proctor_busy',
  'no_proctor_free',
  ...assignmentRefusals,
] as const

const amendmentPreview = z.object({
  /** Who will be told, and of what. */
  told: z.array(
    person.extend({
      as: z.enum(['examinee', 'parent', 'proctor', 'teacher']),
      of: z.enum(['new_time', 'added', 'called_off', 'given', 'taken', 'moved']),
      /** By e-mail too. */
      letter: z.boolean(),
    }),
  ),
  /** What keeps it from being done; empty: nothing does. */
  problems: z.array(z.object({ why: z.enum(amendmentProblems), who: person, exam: z.string().nullable() })),
  /** What it brings with it. */
  notes: z.array(
    z.enum([
      'list_again',
      'slot_made',
      'exam_window_grows',
      'proctor_changes',
      'held_back',
      'workplace_again',
    ]),
  ),
  people: z.number(),
})
export type AmendmentPreview = z.output<typeof amendmentPreview>

const amendmentView = z.object({
  no: z.number(),
  at: moment,
  by: z.string(),
  what: z.enum([
    'move',
    'take_off',
    'add',
    'change_proctor',
    'move_slot',
    'cancel_slot',
    'cancel_exam',
    'new_date',
  ]),
  why: z.string(),
  /** Names of those it was about, at most five, and how many they were. */
  who: z.array(z.string()),
  people: z.number(),
  /** The start window before and after. */
  was: z.object({ opensAt: moment, closesAt: moment }).nullable(),
  now: z.object({ opensAt: moment, closesAt: moment }).nullable(),
  /** The exam somebody was moved to. */
  toExam: z.object({ id: examId, title: z.string() }).nullable(),
})
export type AmendmentView = z.output<typeof amendmentView>

const params = z.strictObject({ eid: examId })
export const deedRefusals = [
  'not_found',
  'exam_draft',
  'exam_cancelled',
  'already_over',
  'wrong_window',
  'slot_needed',
  'session_began',
  'session_recorded',
  'slot_began',
  'exam_began',
  'may_not_cancel',
  'same_place',
  'other_subject',
  'session_exists',
  'not_an_examinee',
  'not_a_proctor',
  'examinee_declined',
] as const

export const previewAmendment = {
  method: 'POST',
  path: '/api/exams/:eid/amendments/preview',
  can: 'exam.manage',
  params,
  reads: true,
  body: z.strictObject({ deed }),
  reply: amendmentPreview,
  refusals: deedRefusals,
  summary:
    'Who would be told of a change to a published exam, and what stands in its way; nothing is changed',
} as const satisfies Route

export const makeAmendment = {
  method: 'POST',
  path: '/api/exams/:eid/amendments',
  can: 'exam.manage',
  params,
  body: z.strictObject({ deed, why: line(500) }),
  reply: z.object({ amendment: amendmentView, told: z.number() }),
  refusals: [...deedRefusals, ...amendmentProblems],
  summary: 'Changes a published exam with a reason; everybody touched is told in the same moment',
} as const satisfies Route

export const listAmendments = {
  method: 'GET',
  path: '/api/exams/:eid/amendments',
  can: 'exam.manage',
  params,
  reply: z.object({ now: moment, rows: z.array(amendmentView) }),
  refusals: ['not_found'],
  summary: 'What was changed after publishing: who, when, why; the latest first',
} as const satisfies Route

/** Exams one may move a person of this exam to: published, of the same subject, with a slot that is still ahead. */
export const listSiblings = {
  method: 'GET',
  path: '/api/exams/:eid/siblings',
  can: 'exam.manage',
  params,
  reply: z.object({
    rows: z.array(
      z.object({
        id: examId,
        title: z.string(),
        opensAt: moment,
        closesAt: moment,
        slots: z.array(z.object({ id: slotId, opensAt: moment, closesAt: moment, people: z.number() })),
        atOnce: z.number().nullable(),
      }),
    ),
  }),
  refusals: ['not_found'],
  summary: 'Other published exams of the same subject a person may be moved to',
} as const satisfies Route

export const amendmentRoutes = { previewAmendment, makeAmendment, listAmendments, listSiblings } as const
