// What a withdrawn consent did to each exam: one not begun is taken otherwise, of one that is over the recording is left or destroyed (P-14).
import { z } from 'zod'
import { consentKinds } from './consent-parts.ts'
import { accountId, examId, line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const day = z.iso.date()
const withdrawalId = z.string().regex(/^wdr_[a-z2-7]{26}$/)
export const exitRoutes = ['in_person', 'oral', 'another_format', 'own_order'] as const

const recordingLeft = z.discriminatedUnion('is', [
  /** Nothing was recorded, or it is still being put together. */
  z.object({ is: z.literal('none') }),
  /** No other ground keeps it: it waits for the two people of an act. */
  z.object({ is: z.literal('to_destroy'), inAct: z.number().nullable() }),
  z.object({ is: z.literal('destroyed'), act: z.number(), at: moment }),
  z.object({
    is: z.literal('kept'),
    why: z.enum(['appeal_open', 'complaint_open', 'on_hold', 'term', 'result_awaited', 'calendar_ends']),
    /** The last day of keeping, where it is known. */
    until: day.nullable(),
    /** The law that lets an operator go on without consent. */
    ground: z.string(),
  }),
])
export type RecordingLeft = z.output<typeof recordingLeft>

export const withdrawalView = z.object({
  id: withdrawalId,
  account: accountId,
  name: z.string(),
  session: sessionId,
  exam: z.object({ id: examId, title: z.string(), opensAt: moment }),
  kind: z.enum(consentKinds),
  phase: z.enum(['before', 'during', 'after']),
  withdrawnAt: moment,
  /** By when what was collected has to be gone; null where the calendar of working days ends before. */
  doBy: day.nullable(),
  /** Pictures and sounds shown at the door: how many there were and how many are still there. */
  collected: z.object({ had: z.number(), left: z.number(), goneAt: moment.nullable() }),
  /** Agreed anew since. */
  givenAgain: z.boolean(),
  /** Other ways the institution named. */
  choices: z.array(z.enum(['in_person', 'oral', 'another_format'])),
  route: z.object({ way: z.enum(exitRoutes), note: z.string(), by: z.string(), at: moment }).nullable(),
  recording: recordingLeft,
})
export type WithdrawalView = z.output<typeof withdrawalView>

export const listMyWithdrawals = {
  method: 'GET',
  path: '/api/consents/withdrawals',
  can: 'consent.own',
  reply: z.object({ rows: z.array(withdrawalView) }),
  refusals: [],
  summary: 'P-14: what became of the exams and recordings of the person, and of children in his care',
} as const satisfies Route

export const listWithdrawals = {
  method: 'GET',
  path: '/api/consent-register/withdrawals',
  can: 'consent.read_all',
  reply: z.object({ today: day, rows: z.array(withdrawalView), mayChoose: z.boolean() }),
  refusals: [],
  summary: 'P-14: withdrawals with what is still to be done: another way to the exam, a recording to destroy',
} as const satisfies Route

export const chooseExitRoute = {
  method: 'POST',
  path: '/api/consent-register/withdrawals/:wid/route',
  can: 'consent.manage',
  params: z.strictObject({ wid: withdrawalId }),
  body: z.strictObject({ way: z.enum(exitRoutes), note: line(300) }),
  reply: z.object({}),
  refusals: ['not_found', 'not_now', 'way_not_offered'],
  summary:
    'P-12, P-14: how the person takes the exam instead; they are told, and nothing is held against them',
} as const satisfies Route

export const withdrawalRoutes = { listMyWithdrawals, listWithdrawals, chooseExitRoute } as const
