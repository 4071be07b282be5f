// R4-5.13: an academic debt comes with the result that made it; a person writes down how it was made good.
import { z } from 'zod'
import { line, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const day = z.iso.date()
const ofSession = z.strictObject({ sid: sessionId })

const debtView = z.object({
  session: sessionId,
  examinee: z.string(),
  group: z.string().nullable(),
  exam: z.string(),
  since: moment,
  on: day,
  clause: z.string(),
  ground: z.string(),
  /** Number of the protocol it rests on. */
  protocol: z.string(),
  /** The person has been told of the result it came with. */
  published: z.boolean(),
  closed: z.object({ on: day, how: z.string(), document: z.string(), by: z.string(), at: moment }).nullable(),
})
export type DebtView = z.output<typeof debtView>

export const listDebts = {
  method: 'GET',
  path: '/api/debts',
  can: 'decision.make',
  reply: z.object({ today: day, rows: z.array(debtView) }),
  refusals: [],
  summary: 'R4-5.13: academic debts that stopped exams left, open ones first',
} as const satisfies Route

export const closeDebt = {
  method: 'POST',
  path: '/api/debts/:sid/closing',
  can: 'decision.make',
  params: ofSession,
  body: z.strictObject({ on: day, how: line(300), document: line(200) }),
  reply: z.object({}),
  refusals: ['not_found', 'not_now', 'day_in_future', 'day_before_debt'],
  summary: 'A debt was made good: when, how, by which document; written down once',
} as const satisfies Route

export const printDebt = {
  method: 'GET',
  path: '/api/debts/:sid/paper',
  can: 'decision.make',
  params: ofSession,
  query: z.strictObject({ as: z.enum(['pdf', 'docx']) }),
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'print_busy', 'print_failed', 'paper_lacks'],
  summary: 'F-004-12: the statement of one academic debt',
} as const satisfies Route

export const takeDebts = {
  method: 'GET',
  path: '/api/debts/list',
  can: 'decision.make',
  query: z.strictObject({ as: z.enum(['xlsx', 'csv']) }),
  reply: 'octets',
  refusals: ['not_same_origin', 'print_busy', 'print_failed', 'too_large'],
  summary: 'The list of academic debts, for the journal of the institution',
} as const satisfies Route

export const debtRoutes = { listDebts, closeDebt, printDebt, takeDebts } as const
