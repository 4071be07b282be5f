// What a proctor and an examinee say and do to each other while a session runs.
import { saidEnds } from '@ochno/domain/call/ends'
import { outsiderSigns } from '@ochno/domain/incident/signs'
import { z } from 'zod'
import { accountId, givenMoment, line, moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const params = z.strictObject({ sid: sessionId })
const text = paragraphs(2_000).pipe(z.string().min(1))
const reason = line(1_000)
const of = z.number().int().min(1).max(1_000_000)

const scanEnd = z.enum(['done', 'refused', 'technical'])
const fault = z.enum(['unknown', 'examinee', 'institution', 'provider', 'network'])
const cause = z.enum(['proctor', 'failure'])
const callEnd = z.enum(saidEnds)
/** The writer's own mark of a message: the same one sent again is the same message. */
const once = z
  .string()
  .regex(/^[a-z0-9]{16,40}$/)
  .optional()
const offerEnd = z.enum(['accepted', 'declined', 'withdrawn'])

/** What a code may be said more closely as; of most codes nothing. */
export const signsOffered = z.array(z.object({ sign: z.enum(outsiderSigns), wording: z.string() })).readonly()
export type SignsOffered = z.output<typeof signsOffered>

/** R1-4.1k: stretches of the recording nobody can judge by its pictures. */
export const unjudgedSpans = z
  .array(z.strictObject({ from: givenMoment, to: givenMoment }))
  .min(1)
  .max(50)

export const ofProctor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chat'), text, once }),
  z.strictObject({
    kind: z.literal('warning'),
    text,
    reason,
    /** In a classroom alone: how the proctor gave it face to face. */
    inRoom: z
      .array(z.enum(['text', 'audio']))
      .max(2)
      .optional(),
  }),
  z.strictObject({ kind: z.literal('instruction'), text, reason }),
  z.strictObject({ kind: z.literal('ignored'), of, reason }),
  z.strictObject({
    kind: z.literal('mark'),
    code: line(80),
    from: givenMoment,
    to: givenMoment,
    note: paragraphs(2_000).default(''),
    /** R1-6.2f: of an outsider in the frame, where the act names them. */
    sign: z.enum(outsiderSigns).optional(),
    /** The entry that proposed this mark. */
    because: of.optional(),
  }),
  z.strictObject({ kind: z.literal('unjudged'), reason, spans: unjudgedSpans }),
  z.strictObject({ kind: z.literal('judged'), of, reason }),
  z.strictObject({ kind: z.literal('dismissed'), of, reason }),
  z.strictObject({ kind: z.literal('scan'), reason }),
  z.strictObject({ kind: z.literal('scan_end'), of, is: scanEnd, reason: paragraphs(1_000).default('') }),
  z.strictObject({ kind: z.literal('back'), of }),
  z.strictObject({ kind: z.literal('more_absence'), of, minutes: z.number().int().min(1).max(120), reason }),
  z.strictObject({ kind: z.literal('pause'), cause, reason }),
  z.strictObject({ kind: z.literal('resume'), of }),
  z.strictObject({ kind: z.literal('fault'), of, fault, reason }),
  z.strictObject({ kind: z.literal('offer'), to: accountId, reason }),
  z.strictObject({ kind: z.literal('offer_end'), of, is: z.literal('withdrawn') }),
  z.strictObject({ kind: z.literal('call'), reason }),
  z.strictObject({ kind: z.literal('call_end'), of, is: callEnd }),
])

export const ofExaminee = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chat'), text, once }),
  z.strictObject({ kind: z.literal('reached'), of, medium: z.enum(['text', 'audio']) }),
  z.strictObject({ kind: z.literal('read'), of }),
  z.strictObject({ kind: z.literal('followed'), of }),
  z.strictObject({ kind: z.literal('complaint'), text }),
  z.strictObject({ kind: z.literal('scan_end'), of, is: z.enum(['done', 'technical']) }),
  z.strictObject({ kind: z.literal('left') }),
  z.strictObject({ kind: z.literal('back'), of }),
  z.strictObject({ kind: z.literal('trouble'), text }),
  z.strictObject({ kind: z.literal('call_wanted'), text: paragraphs(500).default('') }),
  z.strictObject({ kind: z.literal('call_answered'), of }),
  z.strictObject({ kind: z.literal('call_end'), of, is: callEnd }),
])

const said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('chat'), text: z.string(), once: z.string().optional() }),
  z.object({
    kind: z.literal('warning'),
    text: z.string(),
    reason: z.string(),
    media: z.array(z.enum(['text', 'audio', 'chat', 'instruction'])),
    inRoom: z
      .array(z.enum(['text', 'audio']))
      .readonly()
      .optional(),
  }),
  z.object({ kind: z.literal('instruction'), text: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('reached'), of: z.number(), medium: z.enum(['text', 'audio']) }),
  z.object({ kind: z.literal('read'), of: z.number() }),
  z.object({ kind: z.literal('followed'), of: z.number() }),
  z.object({ kind: z.literal('ignored'), of: z.number(), reason: z.string() }),
  z.object({
    kind: z.literal('mark'),
    code: z.string(),
    from: moment,
    to: moment,
    note: z.string(),
    sign: z.enum(outsiderSigns).optional(),
    because: z.number().optional(),
  }),
  z.object({
    kind: z.literal('unjudged'),
    reason: z.string(),
    spans: z.array(z.object({ from: moment, to: moment })).readonly(),
  }),
  z.object({ kind: z.literal('judged'), of: z.number(), reason: z.string() }),
  z.object({ kind: z.literal('dismissed'), of: z.number(), reason: z.string() }),
  z.object({ kind: z.literal('complaint'), text: z.string() }),
  z.object({ kind: z.literal('scan'), reason: z.string(), answerUntil: moment }),
  z.object({ kind: z.literal('scan_end'), of: z.number(), is: scanEnd, reason: z.string() }),
  z.object({ kind: z.literal('left') }),
  z.object({ kind: z.literal('back'), of: z.number() }),
  z.object({ kind: z.literal('more_absence'), of: z.number(), minutes: z.number(), reason: z.string() }),
  z.object({ kind: z.literal('trouble'), text: z.string() }),
  z.object({ kind: z.literal('pause'), cause, reason: z.string() }),
  z.object({ kind: z.literal('resume'), of: z.number() }),
  z.object({ kind: z.literal('fault'), of: z.number(), fault, reason: z.string() }),
  z.object({ kind: z.literal('given'), of: z.number(), ms: z.number() }),
  z.object({ kind: z.literal('offer'), to: z.string(), reason: z.string() }),
  z.object({ kind: z.literal('offer_end'), of: z.number(), is: offerEnd }),
  z.object({ kind: z.literal('call'), reason: z.string(), answerUntil: moment }),
  z.object({ kind: z.literal('call_wanted'), text: z.string() }),
  z.object({ kind: z.literal('call_answered'), of: z.number() }),
  z.object({ kind: z.literal('call_end'), of: z.number(), is: callEnd }),
  z.object({
    kind: z.literal('stop'),
    reason: z.string(),
    ground: z.enum(['at_any_time', 'repeated_violations', 'justified']),
    justification: z.string(),
    consequence: z.string().nullable(),
  }),
])

export const conductView = z.object({
  seq: z.number(),
  at: moment,
  party: z.enum(['proctor', 'examinee', 'system']),
  /** Empty where the system spoke. */
  name: z.string(),
  entry: said,
})
export type ConductView = z.output<typeof conductView>

/** What is open and what was counted, as the server reads it out of the log. */
export const standingView = z.object({
  warnings: z.object({ given: z.number(), sent: z.number() }),
  violations: z.number(),
  scan: z
    .object({
      seq: z.number(),
      askedBy: z.enum(['system', 'proctor']),
      askedAt: moment,
      answerUntil: moment,
      stands: z.enum(['waiting', 'not_done', 'done', 'refused', 'technical']),
    })
    .nullable(),
  /** Leaving is permitted by the rules of this exam; null minutes: as long as it takes. */
  leaving: z.object({ minutes: z.number().nullable() }).nullable(),
  absence: z
    .object({ seq: z.number(), from: moment, mayUntil: moment.nullable(), over: z.boolean() })
    .nullable(),
  absences: z.object({ times: z.number(), declaredMs: z.number() }),
  pause: z
    .object({
      seq: z.number(),
      cause,
      reason: z.string(),
      from: moment,
      fault,
      /** SM-17: what a failure of this length lets the teacher do. */
      mayPostpone: z.boolean(),
    })
    .nullable(),
  /** Added to the time as soon as the pause ends. */
  owedMs: z.number(),
  givenMs: z.number(),
  /** Marks that an entry suggests; nothing is marked by itself. */
  proposals: z.array(z.object({ of: z.number(), code: z.string(), from: moment, to: moment })),
  offer: z.object({ seq: z.number(), to: z.string() }).nullable(),
  /** Every call of this session, the last one open or not; ends that nobody said are the time's. */
  calls: z.array(
    z.object({
      seq: z.number(),
      reason: z.string(),
      askedAt: moment,
      answerUntil: moment,
      shown: z.boolean(),
      answeredAt: moment.nullable(),
      endedAt: moment.nullable(),
      end: z.enum([...saidEnds, 'missed', 'session_over', 'too_long']).nullable(),
    }),
  ),
  /** The examinee asked to be called, and nobody has called since. */
  wantsCall: z.object({ seq: z.number(), at: moment, text: z.string() }).nullable(),
})
export type StandingView = z.output<typeof standingView>

const log = z.object({ now: moment, rows: z.array(conductView), standing: standingView })
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
  'already_answered',
  'already_asked',
  'only_a_person',
  'leaving_forbidden',
  'not_shown_yet',
  'no_time_to_answer',
  'not_a_proctor',
  'proctor_full',
  'proctor_busy',
  'not_in_a_room',
  'no_private_channel',
  'warning_not_whole',
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

/** For a wall, where thirty questions every three seconds would be more than thirty answers are worth. */
export const readTalks = {
  method: 'GET',
  path: '/api/watch/talks',
  can: 'live.watch',
  reply: z.object({
    talks: z.array(
      z.object({
        session: sessionId,
        standing: standingView,
        /** The last thing the examinee said or did that somebody should look at; 0 for none. */
        wanted: z.number(),
      }),
    ),
  }),
  refusals: [],
  summary: 'What is open in each of the watched sessions, and whether its examinee said something new',
} as const satisfies Route

export const readMarks = {
  method: 'GET',
  path: '/api/sessions/:sid/marks',
  can: 'live.watch',
  params,
  reply: z.object({
    marks: z.array(z.object({ code: z.string(), wording: z.string(), signs: signsOffered })),
    act: z.string().nullable(),
    /** What this act gives a proctor (TR-46); the console offers nothing else. */
    may: z.object({
      warnBy: z.array(z.enum(['text', 'audio', 'chat', 'instruction'])),
      scan: z.boolean(),
      /** Confirmed violations before a stop; null: no right to stop. */
      stopAfter: z.number().nullable(),
      stopConsequence: z.string().nullable(),
      leaveMinutes: z.number().nullable(),
    }),
    /** Words about this person's conditions, without a diagnosis (SM-20). */
    accommodations: z.array(z.object({ permitted: z.array(z.string()), limit: z.string().nullable() })),
  }),
  refusals: ['not_found'],
  summary: 'What a proctor may do and mark under the rules of this exam, with the wording of the catalogue',
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

const offerRow = z.object({
  session: sessionId,
  seq: z.number(),
  examinee: z.string(),
  exam: z.string(),
  from: z.string(),
  reason: z.string(),
  at: moment,
})

export const listOffers = {
  method: 'GET',
  path: '/api/watch/offers',
  can: 'live.watch',
  reply: z.object({ now: moment, rows: z.array(offerRow) }),
  refusals: [],
  summary: 'Seats that other proctors ask this one to take over',
} as const satisfies Route

export const answerOffer = {
  method: 'POST',
  path: '/api/sessions/:sid/offers/:seq',
  can: 'live.watch',
  params: z.strictObject({ sid: sessionId, seq: z.coerce.number().int().min(1).max(1_000_000) }),
  body: z.strictObject({ is: z.enum(['accepted', 'declined']) }),
  reply: z.object({ now: moment }),
  refusals: refused,
  summary: 'Take over a seat or not; only taking it moves the examinee to another proctor',
} as const satisfies Route

export const listColleagues = {
  method: 'GET',
  path: '/api/watch/colleagues',
  can: 'live.watch',
  reply: z.object({ rows: z.array(z.object({ id: accountId, name: z.string() })) }),
  refusals: [],
  summary: 'Other proctors of the institution, to hand a seat over to',
} as const satisfies Route

export const conductRoutes = {
  listOffers,
  answerOffer,
  listColleagues,
  readConduct,
  readTalks,
  readMarks,
  sayToExaminee,
  readOwnConduct,
  sayToProctor,
} as const
