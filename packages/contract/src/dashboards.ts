// What an organiser sees of a day, of the reviews, of an exam and of the machine's fairness: figures, never a verdict on a person.
import { dimensions } from '@ochno/domain/report/by-group'
import { dueWhen } from '@ochno/domain/report/review-load'
import { stages, urgencies } from '@ochno/domain/report/today'
import { z } from 'zod'
import { examId, moment, partId } from './ids.ts'
import type { Route } from './route.ts'

const count = z.number()
const person = z.object({ id: z.string(), name: z.string() })
const fileQuery = { as: z.enum(['xlsx', 'csv']).default('xlsx') }
/** Somebody who sees every branch looks at one; the server narrows whatever names one (R3-0b). */
const ofBranch = { branch: partId.optional() }
const fileRefusals = ['not_same_origin', 'too_large', 'too_slow', 'busy', 'print_failed'] as const

const countsOf = <const K extends readonly [string, ...string[]]>(names: K) => z.record(z.enum(names), count)

export const todayExam = z.object({
  id: z.string(),
  title: z.string(),
  opensAt: moment,
  closesAt: moment,
  people: count,
  stages: countsOf(stages),
  /** Hints of the machine nobody answered yet. */
  hintsOpen: count,
  unanswered: count,
})

export const urgentRow = z.object({
  what: z.enum([...urgencies, 'ticket']),
  since: moment,
  exam: z.object({ id: z.string(), title: z.string() }).nullable(),
  session: z.string().nullable(),
  /** One person; null where the same stands of several people of an exam at once. */
  examinee: z.string().nullable(),
  people: count,
  proctors: z.array(z.string()),
  /** Of a ticket of support. */
  ticket: count.nullable(),
})
export type UrgentRow = z.output<typeof urgentRow>

/** P-28: a screen that others look at too is shown without names; they do not leave the server. */
const naming = z.enum(['shown', 'hidden'])

export const readToday = {
  method: 'GET',
  path: '/api/dashboards/today',
  can: 'report.today',
  query: z.strictObject({ ...ofBranch, names: naming.optional() }),
  reply: z.object({
    now: moment,
    /** What was asked for; with `hidden` no row carries anybody's name, and a proctor's is empty. */
    names: naming,
    day: z.string(),
    people: count,
    stages: countsOf(stages),
    exams: z.array(todayExam),
    proctors: z.array(
      person.extend({
        /** Sessions that run now. */
        watching: count,
        /** The most at a time the act lets one proctor watch; null: it sets none. */
        most: count.nullable(),
        today: count,
        unanswered: count,
      }),
    ),
    /** The gravest and oldest first; at most fifty. */
    urgent: z.array(urgentRow),
    urgentCount: count,
    ticketsOpen: count,
  }),
  refusals: [],
  summary:
    'Every exam of today: who is where, which proctor watches how many, and what calls for a person now',
} as const satisfies Route

export type TodayView = z.output<typeof readToday.reply>

const load = z.object({
  queued: count,
  minutes: count,
  due: countsOf(dueWhen),
  escalated: count,
  /** Recorded minutes reviewed in a working day. */
  pace: count.nullable(),
  clearOn: z.string().nullable(),
  willBeLate: count.nullable(),
})

export const readReviewLoad = {
  method: 'GET',
  path: '/api/dashboards/reviews',
  can: 'review.manage',
  query: z.strictObject(ofBranch),
  reply: z.object({
    now: moment,
    /** Working days a pace is taken from. */
    paceDays: count,
    all: load,
    unassigned: load,
    reviewers: z.array(load.extend({ reviewer: person, doneMinutes: count })),
  }),
  refusals: [],
  summary:
    'Recordings before each reviewer, their terms in working days, and whether they will be met at this pace',
} as const satisfies Route
export type ReviewLoadView = z.output<typeof readReviewLoad.reply>

const rate = z.object({ part: count, of: count, share: count, low: count, high: count }).nullable()
export type RateView = z.output<typeof rate>

const groupRow = z.object({
  group: z.string(),
  people: count,
  sessions: count,
  hints: count,
  perSession: count,
  marked: count,
  dismissed: count,
  falseAlarms: rate,
})
export type GroupView = z.output<typeof groupRow>

const year = z.coerce.number().int().min(2000).max(2200)

export const fairnessView = z.object({
  now: moment,
  /** The academic year, by the calendar year it begins in: the only stretch there is, so that no two can be subtracted. */
  year: count,
  years: z.array(count),
  name: z.string(),
  least: count,
  sessions: count,
  hints: count,
  open: count,
  marked: count,
  dismissed: count,
  detectors: z.array(
    z.object({
      code: z.string(),
      wording: z.string(),
      hints: count,
      sessions: count,
      marked: count,
      dismissed: count,
      falseAlarms: rate,
    }),
  ),
  groups: z.array(z.object({ by: z.enum(dimensions), rows: z.array(groupRow), hidden: count })),
  /** How the people who answer hints differ: without names, by how much they answered. */
  answerers: z.array(z.object({ answered: count, falseAlarms: rate })),
  /** Hints whose answer another person changed, of those more than one person answered. */
  changed: rate,
  secondLooks: z.object({ recordings: count, same: rate, kappaHundredths: count.nullable() }),
  /** Marks a commission took off, of those contested in appeals it decided. */
  takenOff: rate,
})
export type FairnessView = z.output<typeof fairnessView>

export const readFairness = {
  method: 'GET',
  path: '/api/dashboards/fairness',
  can: 'report.fairness',
  query: z.strictObject({ year: year.optional() }),
  reply: fairnessView,
  refusals: [],
  summary: 'R0-2.2.3b: how often each detector was wrong, and for whom; groups of a few people are not shown',
} as const satisfies Route

export const REPORT_PAGE = 50

export const listExamFigures = {
  method: 'GET',
  path: '/api/dashboards/exams',
  can: 'report.exams',
  query: z.strictObject({ ...ofBranch, page: z.coerce.number().int().min(1).max(10_000).optional() }),
  reply: z.object({
    page: count,
    total: count,
    rows: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        opensAt: moment,
        people: count,
        finished: count,
        marked: count,
        appeals: count,
      }),
    ),
  }),
  refusals: [],
  summary: 'Exams this person answers for, the latest first, with their main figures',
} as const satisfies Route
export type ExamLinesView = z.output<typeof listExamFigures.reply>

const spread = z
  .object({
    count,
    least: count,
    quarter: count,
    median: count,
    threeQuarters: count,
    most: count,
  })
  .nullable()
const bins = z.array(z.object({ from: count, to: count, count }))

export const examFigures = z.object({
  now: moment,
  exam: z.object({ id: z.string(), title: z.string(), opensAt: moment, lengthMinutes: count }),
  people: count,
  stages: countsOf(stages),
  /** Minutes from the start to the end of the finished. */
  durations: z.object({ spread, bins }),
  hints: z.object({
    total: count,
    open: count,
    stretches: z.array(
      z.object({ fromMinute: count, hints: count, writing: count, perPerson: count.nullable() }),
    ),
    stretchMinutes: count,
  }),
  /** Percent of the control window the weakest track of each signed recording holds. */
  coverage: z.object({ spread, bins }),
  failures: z.object({
    count,
    minutes: count,
    /** Whose fault a person found it to be. */
    faults: z.array(z.object({ fault: z.string(), count })),
  }),
  marks: z.array(z.object({ code: z.string(), wording: z.string(), count })),
  /** 1…6 of App. 4 of 004, of protocols in force; null: the act has none. */
  statuses: z.array(count).nullable(),
  decisions: z.array(z.object({ value: z.string(), count })),
  undecided: count,
  appeals: z.object({
    filed: count,
    open: count,
    dismissed: count,
    inadmissible: count,
    withdrawn: count,
    /** Of those a commission decided. */
    upheld: rate,
  }),
})
export type ExamFigures = z.output<typeof examFigures>

const examParams = z.strictObject({ eid: examId })

export const readExamFigures = {
  method: 'GET',
  path: '/api/dashboards/exams/:eid',
  can: 'report.exams',
  params: examParams,
  reply: examFigures,
  refusals: ['not_found'],
  summary: 'Figures of one exam: how long, how well recorded, what failed, what was decided and appealed',
} as const satisfies Route

export const todayFile = {
  method: 'GET',
  path: '/api/dashboards/today/file',
  can: 'report.today',
  query: z.strictObject({ ...fileQuery, ...ofBranch }),
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'The exams of today as a sheet',
} as const satisfies Route

export const reviewLoadFile = {
  method: 'GET',
  path: '/api/dashboards/reviews/file',
  can: 'review.manage',
  query: z.strictObject({ ...fileQuery, ...ofBranch }),
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'The load of the reviewers as a sheet',
} as const satisfies Route

export const fairnessFile = {
  method: 'GET',
  path: '/api/dashboards/fairness/file',
  can: 'report.fairness',
  query: z.strictObject({ ...fileQuery, year: year.optional() }),
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'The fairness report as a sheet',
} as const satisfies Route

export const examFiguresFile = {
  method: 'GET',
  path: '/api/dashboards/exams/:eid/file',
  can: 'report.exams',
  params: examParams,
  query: z.strictObject(fileQuery),
  reply: 'octets',
  refusals: ['not_found', ...fileRefusals],
  summary: 'The figures of an exam as a sheet',
} as const satisfies Route

export const dashboardRoutes = {
  readToday,
  readReviewLoad,
  readFairness,
  listExamFigures,
  readExamFigures,
  todayFile,
  reviewLoadFile,
  fairnessFile,
  examFiguresFile,
} as const
