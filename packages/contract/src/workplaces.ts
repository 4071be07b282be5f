// A workplace of the institution for an exam: asked for by the examinee, booked by support, seen by both sides.
import { bookingRefusals } from '@ochno/domain/workplace/book'
import { z } from 'zod'
import { accountId, givenMoment, line, moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const workplaceId = z.string().regex(/^wpl_[a-z2-7]{26}$/)
const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

const about = {
  name: line(200),
  address: line(300),
  seats: z.int().min(1).max(1000),
  /** Hours of each day, in the institution's zone. */
  opens: clock,
  closes: z.union([clock, z.literal('24:00')]),
  active: z.boolean(),
}
export const workplaceView = z.object({ id: workplaceId, ...about, booked: z.number() })
export type WorkplaceView = z.output<typeof workplaceView>

/** Where and when; no name of anybody. */
const seat = z.object({ place: z.string(), address: z.string(), from: moment, until: moment })

const ownView = z.object({
  now: moment,
  /** Whether the institution has places at all. */
  offered: z.boolean(),
  state: z.enum(['none', 'asked', 'booked', 'refused']),
  wish: z.string(),
  seat: seat.nullable(),
  /** What was said to a refusal. */
  answer: z.string().nullable(),
})
export type OwnWorkplace = z.output<typeof ownView>

const params = z.strictObject({ sid: sessionId })

export const readMyWorkplace = {
  method: 'GET',
  path: '/api/my/sessions/:sid/workplace',
  can: 'session.take',
  params,
  reply: ownView,
  refusals: ['not_found'],
  summary: 'Whether a workplace of the institution was asked for this exam, and where it is',
} as const satisfies Route

export const askWorkplace = {
  method: 'POST',
  path: '/api/my/sessions/:sid/workplace',
  can: 'session.take',
  params,
  body: z.strictObject({ wish: paragraphs(1000) }),
  reply: ownView,
  refusals: ['not_found', 'no_workplaces', 'workplace_asked', 'too_late'],
  summary: 'R3-4.2.5.2: the examinee asks for a workplace of the institution',
} as const satisfies Route

export const giveUpWorkplace = {
  method: 'DELETE',
  path: '/api/my/sessions/:sid/workplace',
  can: 'session.take',
  params,
  reply: ownView,
  refusals: ['not_found'],
  summary: 'The examinee does without; the seat is free again',
} as const satisfies Route

const request = z.object({
  session: sessionId,
  exam: z.string(),
  examinee: z.object({ id: accountId, name: z.string() }),
  state: z.enum(['asked', 'booked', 'refused']),
  wish: z.string(),
  from: moment,
  until: moment,
  /** Its start window. */
  opensAt: moment,
  closesAt: moment,
  askedAt: moment,
  place: z.string().nullable(),
  answer: z.string().nullable(),
})
export type WorkplaceRequest = z.output<typeof request>

const all = z.object({ now: moment, places: z.array(workplaceView), requests: z.array(request) })

export const listWorkplaces = {
  method: 'GET',
  path: '/api/workplaces',
  can: 'workplace.manage',
  reply: all,
  refusals: [],
  summary: 'Workplaces of the institution, and who asked for one, the nearest exam first',
} as const satisfies Route

export const addWorkplace = {
  method: 'POST',
  path: '/api/workplaces',
  can: 'workplace.manage',
  body: z.strictObject(about),
  reply: all,
  refusals: ['wrong_hours'],
  summary: 'A workplace the institution offers',
} as const satisfies Route

export const changeWorkplace = {
  method: 'PUT',
  path: '/api/workplaces/:wid',
  can: 'workplace.manage',
  params: z.strictObject({ wid: workplaceId }),
  body: z.strictObject(about),
  reply: all,
  refusals: ['not_found', 'wrong_hours'],
  summary: 'Its name, seats and hours; what is booked stays booked',
} as const satisfies Route

export const bookWorkplace = {
  method: 'PUT',
  path: '/api/workplace-requests/:sid/booking',
  can: 'workplace.manage',
  params,
  body: z.strictObject({ place: workplaceId, from: givenMoment }),
  reply: all,
  refusals: ['not_found', ...bookingRefusals],
  summary:
    'R4-6.3.5b: a seat from a moment of the start window for the length of the attempt; refused when all seats are taken',
} as const satisfies Route

export const refuseWorkplace = {
  method: 'POST',
  path: '/api/workplace-requests/:sid/refusal',
  can: 'workplace.manage',
  params,
  body: z.strictObject({ answer: line(500) }),
  reply: all,
  refusals: ['not_found'],
  summary: 'No seat, or a booking taken back, with the reason for the examinee',
} as const satisfies Route

export const workplaceRoutes = {
  readMyWorkplace,
  askWorkplace,
  giveUpWorkplace,
  listWorkplaces,
  addWorkplace,
  changeWorkplace,
  bookWorkplace,
  refuseWorkplace,
} as const
