// Slots of an exam, who is in them, and many people put into them at once.
import { assignmentRefusals } from '@ochno/domain/appointment/proctor-rules'
import { z } from 'zod'
import { accountId, examId, givenMoment, moment, slotId } from './ids.ts'
import type { Route } from './route.ts'

const person = z.object({ id: accountId, name: z.string() })
const params = z.strictObject({ eid: examId })

export const scheduleView = z.object({
  slots: z.array(
    z.object({
      id: slotId,
      /** The start window. */
      opensAt: moment,
      closesAt: moment,
      /** When the last attempt of it may end. */
      until: moment,
      people: z.number(),
    }),
  ),
  /** How many may begin at any time of the exam's window. */
  unslotted: z.number(),
  /** Limits of the rules; null where there is none. */
  atOnce: z.number().nullable(),
  perProctor: z.number().nullable(),
  /** Somebody watches while it runs. */
  live: z.boolean(),
})
export type ScheduleView = z.output<typeof scheduleView>

export const readSchedule = {
  method: 'GET',
  path: '/api/exams/:eid/schedule',
  can: 'session.list',
  params,
  reply: scheduleView,
  refusals: ['not_found'],
  summary: 'Slots of an exam and how many people are in each',
} as const satisfies Route

export const listWatchers = {
  method: 'GET',
  path: '/api/exams/:eid/watchers',
  can: 'exam.manage',
  params,
  /** Without a slot: of those who are in none. */
  query: z.strictObject({ slot: slotId.optional() }),
  reply: z.object({
    watching: z.array(person),
    /** Somebody there has no proctor. */
    unwatched: z.boolean(),
  }),
  refusals: ['not_found'],
  summary: 'Who watches those of a slot whose attempts are not over',
} as const satisfies Route

const planBody = {
  examinees: z.array(accountId).min(1).max(1000),
  proctors: z.array(accountId).max(100),
  first: givenMoment,
  windowMinutes: z.number().int().min(1).max(600),
  betweenMinutes: z.number().int().min(0).max(600),
}

export const planView = z.object({
  slots: z.array(
    z.object({
      /** Null: it will be made. */
      id: slotId.nullable(),
      opensAt: moment,
      closesAt: moment,
      until: moment,
      taken: z.number(),
      seats: z.array(z.object({ examinee: person, proctor: person.nullable() })),
    }),
  ),
  unfit: z.array(person.extend({ why: z.enum(['already', 'busy', 'no_proctor', 'no_slot']) })),
  proctorsNeeded: z.number(),
  proctorsGiven: z.number(),
  /** By how much the window of the exam is too short for everybody. */
  minutesMissing: z.number(),
  /** Of this very proposal; applying another one is refused. */
  digest: z.string(),
})
export type PlanView = z.output<typeof planView>

export const planExam = {
  method: 'POST',
  path: '/api/exams/:eid/plan',
  can: 'exam.manage',
  params,
  body: z.strictObject(planBody),
  reply: planView,
  refusals: [
    'not_found',
    'exam_draft',
    'exam_cancelled',
    'already_over',
    'not_an_examinee',
    'not_a_proctor',
    ...assignmentRefusals,
  ],
  summary:
    'How many people would be put into slots with proctors, and why the rest does not fit; nothing is changed',
} as const satisfies Route

export const applyPlan = {
  method: 'POST',
  path: '/api/exams/:eid/plan/apply',
  can: 'exam.manage',
  params,
  body: z.strictObject({ ...planBody, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  reply: scheduleView,
  refusals: [
    'not_found',
    'exam_draft',
    'exam_cancelled',
    'already_over',
    'not_an_examinee',
    'not_a_proctor',
    'plan_changed',
    ...assignmentRefusals,
  ],
  summary: 'Makes the slots and admits the people of a proposal that was seen',
} as const satisfies Route

export const rehearsalView = z.object({
  /** The fullest moment, and who it takes to watch it. */
  people: z.number(),
  atOnce: z.number(),
  proctorsNeeded: z.number(),
  proctorsAssigned: z.number(),
  /** More are to be appointed before it may open (`too_few_proctors`); 0: there are enough. */
  proctorsMissing: z.number(),
  unwatched: z.number(),
  live: z.boolean(),
  /** Of everything recorded at full quality. */
  recordingMinutes: z.number(),
  diskBytes: z.number(),
  uplinkKbps: z.number(),
  serverKbps: z.number(),
  /** Of recordings that people look through (TR-61); `missing` names what nobody decided. */
  review: z
    .discriminatedUnion('known', [
      z.object({
        known: z.literal(true),
        workMinutes: z.number(),
        reviewers: z.number(),
        days: z.number().nullable(),
        enough: z.boolean(),
        daysGiven: z.number(),
      }),
      z.object({
        known: z.literal(false),
        missing: z.array(z.enum(['reviewFactor', 'reviewerMinutesPerDay', 'daysGiven'])),
      }),
    ])
    .nullable(),
})
export type RehearsalView = z.output<typeof rehearsalView>

export const rehearseExam = {
  method: 'GET',
  path: '/api/exams/:eid/rehearsal',
  can: 'exam.manage',
  params,
  query: z.strictObject({
    people: z.coerce.number().int().min(0).max(10_000).optional(),
    reviewers: z.coerce.number().int().min(0).max(1000).optional(),
    minutesPerDay: z.coerce.number().int().min(1).max(1440).optional(),
  }),
  reply: rehearsalView,
  refusals: ['not_found'],
  summary: 'How many proctors, how much disk and network this exam will need',
} as const satisfies Route

export const scheduleRoutes = { readSchedule, listWatchers, planExam, applyPlan, rehearseExam } as const
