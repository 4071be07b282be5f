// What a proctor and an examinee say and do to each other while a session runs.
import { z } from 'zod'
import { givenMoment, line, moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const params = z.strictObject({ sid: sessionId })
const text = paragraphs(2_000).pipe(z.string().min(1))
const reason = line(1_000)
const of = z.number().int().min(1).max(1_000_000)

export const ofProctor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chat'), text }),
  z.strictObject({ kind: z.literal('warning'), text, reason }),
  z.strictObject({ kind: z.literal('instruction'), text, reason }),
  z.strictObject({ kind: z.literal('ignored'), of, reason }),
  z.strictObject({
    kind: z.literal('mark'),
    code: line(80),
    from: givenMoment,
    to: givenMoment,
    note: paragraphs(2_000).default(''),
  }),
])

export const ofExaminee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chat'), text }),
  z.strictObject({ kind: z.literal('reached'), of, medium: z.enum(['text', 'audio']) }),
  z.strictObject({ kind: z.literal('followed'), of }),
  z.strictObject({ kind: z.literal('complaint'), text }),
])

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chat'), text: z.string() }),
  z.object({
    kind: z.literal('warning'),
    text: z.string(),
    reason: z.string(),
    media: z.array(z.enum(['text', 'audio', 'chat', 'instruction'])),
  }),
  z.object({ kind: z.literal('instruction'), text: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('reached'), of: z.number(), medium: z.enum(['text', 'audio']) }),
  z.object({ kind: z.literal('followed'), of: z.number() }),
  z.object({ kind: z.literal('ignored'), of: z.number(), reason: z.string() }),
  z.object({ kind: z.literal('mark'), code: z.string(), from: moment, to: moment, note: z.string() }),
  z.object({ kind: z.literal('complaint'), text: z.string() }),
])

export const conductView = z.object({
  seq: z.number(),
  at: moment,
  party: z.enum(['proctor', 'examinee']),
  name: z.string(),
  entry: said,
})
export type ConductView = z.output<typeof conductView>

const log = z.object({ now: moment, rows: z.array(conductView) })
const after = z.coerce.number().int().min(0).max(1_000_000).default(0)
const refused = [
  'not_found',
  'not_running',
  'no_reason',
  'not_under_this_act',
  'not_on_the_list',
  'wrong_range',
  'nothing_to_answer',
  'too_many',
] as const

export const readConduct = {
  method: 'GET',
  path: '/api/sessions/:sid/conduct',
  can: 'live.watch',
  params,
  query: z.strictObject({ after }),
  reply: log,
  refusals: ['not_found'],
  summary: 'What was said and done in an assigned session, in order',
} as const satisfies Route

export const readMarks = {
  method: 'GET',
  path: '/api/sessions/:sid/marks',
  can: 'live.watch',
  params,
  reply: z.object({ marks: z.array(z.object({ code: z.string(), wording: z.string() })) }),
  refusals: ['not_found'],
  summary: 'Codes a mark may carry under the rules of this exam, with the wording of the catalogue',
} as const satisfies Route

export const sayToExaminee = {
  method: 'POST',
  path: '/api/sessions/:sid/conduct',
  can: 'live.watch',
  params,
  body: ofProctor,
  reply: conductView,
  refusals: refused,
  summary: 'R1-5.2b: a message, a warning, an instruction or a mark, each on the record',
} as const satisfies Route

export const readOwnConduct = {
  method: 'GET',
  path: '/api/my/sessions/:sid/conduct',
  can: 'session.take',
  params,
  query: z.strictObject({
    after,
    /** Seconds to wait for something new: an open question instead of a socket, for networks that block those. */
    wait: z.coerce.number().int().min(0).max(20).default(0),
  }),
  reply: log,
  refusals: ['not_found'],
  summary: 'What the proctor said, as soon as it is said',
} as const satisfies Route

export const sayToProctor = {
  method: 'POST',
  path: '/api/my/sessions/:sid/conduct',
  can: 'session.take',
  params,
  body: ofExaminee,
  reply: conductView,
  refusals: refused,
  summary:
    'A message to the proctor, that a warning arrived, that an instruction was followed, or a complaint',
} as const satisfies Route

export const listComplaints = {
  method: 'GET',
  path: '/api/complaints',
  can: 'exam.manage',
  reply: z.object({
    now: moment,
    rows: z.array(
      z.object({
        session: sessionId,
        examinee: z.string(),
        exam: z.string(),
        proctors: z.array(z.string()),
        at: moment,
        text: z.string(),
      }),
    ),
  }),
  refusals: [],
  summary: 'R1-5.2a: what examinees complained of, to those who run the exams and never to the proctor',
} as const satisfies Route

export const conductRoutes = {
  readConduct,
  readMarks,
  sayToExaminee,
  readOwnConduct,
  sayToProctor,
  listComplaints,
} as const
