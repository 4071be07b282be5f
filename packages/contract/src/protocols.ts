// The protocol of a session: the act's form answered by the proctor row by row, signed, and handed to who decides.
import { wants } from '@ochno/domain/protocol/draft'
import { z } from 'zod'
import { eventTypes } from './exam-card.ts'
import { examId, givenMoment, line, moment, paragraphs, sessionId } from './ids.ts'
import { fileRefusals, type Route } from './route.ts'

const params = z.strictObject({ sid: sessionId })
const key = z.string().regex(/^[a-z]+-[a-z0-9_]{1,40}$/)
const reason = paragraphs(1_000)

export const protocolStates = ['draft', 'signed', 'handed_over', 'correcting'] as const
export const markVerdicts = ['counted', 'permitted', 'mistaken'] as const
export const failureSides = ['examinee', 'institution', 'provider', 'network', 'unknown'] as const
export const happenings = [
  'failure',
  'pause',
  'given',
  'absence',
  'scan',
  'warning',
  'instruction',
  'call',
  'trouble',
  'unjudged',
  'hand_over',
  'stop',
] as const
export const paperKinds = ['pdf', 'docx'] as const
export const checkStatus = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
])

export const protocolDraft = z.strictObject({
  answers: z.record(z.string().max(60), z.enum(['yes', 'no'])),
  marks: z.record(key, z.strictObject({ is: z.enum(markVerdicts), reason })),
  independent: z.boolean().nullable(),
  stoppedForViolations: z.boolean().nullable(),
  status: checkStatus.nullable(),
  comment: paragraphs(2_000),
  documentShown: line(200).or(z.literal('')),
  failure: z
    .strictObject({
      from: givenMoment,
      to: givenMoment,
      side: z.enum(failureSides),
      description: line(500),
      decision: line(500).or(z.literal('')),
      couldContinue: z.boolean(),
    })
    .nullable(),
})
export type ProtocolDraftGiven = z.output<typeof protocolDraft>

export const paperView = z.object({
  id: z.string(),
  form: z.string(),
  name: z.string(),
  kind: z.enum(paperKinds),
  bytes: z.number(),
  sha256: z.string(),
  madeAt: moment,
})
export type PaperView = z.output<typeof paperView>

export const protocolLine = z.object({
  session: sessionId,
  exam: z.object({ id: examId, title: z.string() }),
  event: z.enum(eventTypes),
  examinee: z.string(),
  group: z.string().nullable(),
  endedAt: moment,
  state: z.enum(protocolStates).nullable(),
  number: z.string().nullable(),
  /** The person who asks writes this one. */
  mine: z.boolean(),
})
export type ProtocolLine = z.output<typeof protocolLine>

export const protocolView = z.object({
  now: moment,
  session: sessionId,
  exam: z.string(),
  event: z.enum(eventTypes),
  /** Not null: held in a classroom, nothing was recorded. */
  room: z.object({ name: z.string().nullable() }).nullable(),
  examinee: z.string(),
  group: z.string().nullable(),
  act: z.string(),
  /** The act as a protocol quotes it. */
  quote: z.string().nullable(),
  forms: z.array(z.enum(['F-000-5', 'F-001-1', 'F-003-4', 'F-004-3', 'F-004-4'])),
  final: z.boolean(),
  mayWrite: z.boolean(),
  /** A reviewer marks at the desk of the review, who watched live here. */
  mayMark: z.boolean(),
  state: z.enum(protocolStates),
  revision: z.number(),
  authorizedAt: moment.nullable(),
  deauthorizedAt: moment.nullable(),
  startedAt: moment.nullable(),
  stopReason: z.string().nullable(),
  identity: z.object({ established: z.boolean(), how: z.string(), by: z.string(), at: moment }).nullable(),
  /** Null while the recording is still being put together. */
  coverage: z
    .array(z.object({ track: z.enum(['cam', 'screen', 'cam2', 'events', 'call']), percent: z.number() }))
    .nullable(),
  rows: z.array(
    z.object({
      row: z.string(),
      wording: z.string(),
      starred: z.boolean(),
      codes: z.array(z.object({ code: z.string(), wording: z.string() })),
    }),
  ),
  marks: z.array(
    z.object({
      key: z.string(),
      code: z.string(),
      wording: z.string(),
      row: z.string().nullable(),
      from: moment,
      to: moment.nullable(),
      note: z.string(),
      by: z.string(),
    }),
  ),
  /** The last entry of the log that this view knows; what is saved says it back as `seen`. */
  upTo: z.number(),
  /** Facts of the log with their times; none of them answers a row. */
  happened: z.array(
    z.object({
      of: z.number(),
      from: moment,
      to: moment.nullable(),
      is: z.enum(happenings),
      /** Said for this entry: a reason, the words of a warning, a consequence. */
      text: z.string(),
      outcome: z.string().nullable(),
      /** Minutes given back, or allowed besides. */
      minutes: z.number().nullable(),
      /** SM-17: whose fault a person found it to be; and whether it lasted long enough to postpone the exam. */
      failure: z
        .object({ side: z.enum(failureSides), found: z.boolean(), mayPostpone: z.boolean() })
        .nullable(),
      /** Not there yet when the proctor last wrote or signed. */
      fresh: z.boolean(),
    }),
  ),
  /** Null: nobody watched it live. */
  watched: z
    .object({ enlargedS: z.number(), listenedS: z.number(), alerts: z.number(), alertsAnswered: z.number() })
    .nullable(),
  /** Marks the log suggests and nobody has set or dismissed; a person sets them or does not. */
  offers: z.array(
    z.object({
      of: z.number(),
      code: z.string(),
      wording: z.string(),
      row: z.string().nullable(),
      from: moment,
      to: moment,
    }),
  ),
  /** What came after the last signature; null: nothing, or nothing is signed. */
  later: z.object({ happened: z.number(), marks: z.number(), hints: z.number() }).nullable(),
  hintsOpen: z.number(),
  /** Advice from the counted marks; a person chooses (TR-07). */
  statusAdvice: z.object({ main: checkStatus, fitting: z.array(checkStatus) }).nullable(),
  draft: protocolDraft,
  /** What is still to be said; empty: it can be signed. */
  wants: z.array(z.object({ field: z.string(), why: z.enum(wants) })),
  editions: z.array(
    z.object({
      edition: z.number(),
      number: z.string(),
      reason: z.string().nullable(),
      signedBy: z.string(),
      signedAt: moment,
      handedOverAt: moment.nullable(),
      papers: z.array(paperView),
    }),
  ),
})
export type ProtocolView = z.output<typeof protocolView>

export const listProtocols = {
  method: 'GET',
  path: '/api/protocols',
  can: 'protocol.read',
  reply: z.object({ now: moment, rows: z.array(protocolLine) }),
  refusals: [],
  summary: 'Sessions that are over and their protocols; a proctor sees those assigned to them',
} as const satisfies Route

export const readProtocol = {
  method: 'GET',
  path: '/api/sessions/:sid/protocol',
  can: 'protocol.read',
  params,
  reply: protocolView,
  refusals: ['not_found', 'no_form_of_act'],
  summary: 'The protocol of a session: rows of the form, marks, what is still unanswered, signed editions',
} as const satisfies Route

export const saveProtocol = {
  method: 'PUT',
  path: '/api/sessions/:sid/protocol',
  can: 'protocol.write',
  params,
  body: z.strictObject({
    revision: z.number().int().min(0),
    draft: protocolDraft,
    /** `upTo` of the view that was read; absent: nothing of the log was read since the last time. */
    seen: z.number().int().min(0).optional(),
  }),
  reply: protocolView,
  refusals: ['not_found', 'no_form_of_act', 'changed_meanwhile', 'already_decided', 'not_on_the_form'],
  summary: 'Answers of the proctor; nothing is answered before and nothing has to be whole yet (TR-73)',
} as const satisfies Route

export const signProtocol = {
  method: 'POST',
  path: '/api/sessions/:sid/protocol/signature',
  can: 'protocol.write',
  stepUp: true,
  params,
  body: z.strictObject({
    revision: z.number().int().min(0),
    /** The statement of objectivity (R1-3.5, R4-5.10). */
    objective: z.literal(true),
    /** Why an earlier edition is corrected. */
    reason: reason.nullable(),
    /** `upTo` of the view that is signed: what came later is looked at first. */
    seen: z.number().int().min(0).optional(),
  }),
  reply: protocolView,
  /** `protocol_open` names each open field in `fields`. */
  refusals: [
    'not_found',
    'no_form_of_act',
    'changed_meanwhile',
    'protocol_open',
    'protocol_news',
    'recording_open',
    'no_reason',
    'already_decided',
    'nothing_to_sign',
    'print_busy',
    'print_failed',
    'disk',
  ],
  summary: 'Sign with the statement of objectivity; PDF and DOCX are made and kept with their SHA-256',
} as const satisfies Route

export const handOverProtocol = {
  method: 'POST',
  path: '/api/sessions/:sid/protocol/hand-over',
  can: 'protocol.write',
  params,
  reply: protocolView,
  refusals: ['not_found', 'no_form_of_act', 'nothing_to_hand_over'],
  summary: 'R4-4.6a: the signed protocol goes to who decides on the result',
} as const satisfies Route

export const readSessionPaper = {
  method: 'GET',
  path: '/api/sessions/:sid/papers/:pid',
  can: 'protocol.read',
  params: z.strictObject({ sid: sessionId, pid: z.string().regex(/^ppr_[a-z2-7]{26}$/) }),
  reply: 'octets',
  refusals: fileRefusals,
  summary: 'One signed paper of a session as it was made',
} as const satisfies Route

export const protocolRoutes = {
  listProtocols,
  readProtocol,
  saveProtocol,
  signProtocol,
  handOverProtocol,
  readSessionPaper,
} as const
