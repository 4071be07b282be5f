// Hints: what the examinee's browser noticed, what a person answered, and what is watched at all. A hint accuses nobody.
import { type ViolationCode, violationCodes } from '@ochno/domain/incident/catalogue'
import { z } from 'zod'
import { line, moment, paragraphs, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const sensor = z.enum(['face', 'objects', 'picture', 'sound', 'screen', 'browser', 'link'])
const about = z.enum([
  'site',
  'messenger',
  'excel',
  'other_software',
  'calculator',
  'other_gadget',
  'book',
  'workplace',
  'elsewhere',
])
const code = z.enum(violationCodes as unknown as readonly [ViolationCode, ...ViolationCode[]])
/** Milliseconds of the browser's own clock that nobody can set; the server finds where they lie on the recording. */
const clientMs = z.number().int().min(0).max(1e12)
const name = line(200)
const own = z.string().regex(/^[a-z0-9_@]{3,80}$/)

/** One hint as it stands now; the same `id` again, with a higher `seq`, tells how it went on. */
export const hintReport = z.strictObject({
  id: own,
  seq: z.number().int().min(0).max(1e9),
  rule: z.string().regex(/^[a-z0-9_]{3,60}$/),
  code,
  fromMs: clientMs,
  toMs: clientMs,
  ongoing: z.boolean(),
  strength: z.number().min(0).max(1),
  about: about.optional(),
  name: name.optional(),
  made: z
    .array(z.strictObject({ sensor, first: z.number().int().min(0), last: z.number().int().min(0) }))
    .max(200)
    .default([]),
})
export type HintReport = z.output<typeof hintReport>

/** A time a sensor saw nothing: a technical fact and never a violation. `link`: the network was away. */
export const blindReport = z.strictObject({
  sensor,
  fromMs: clientMs,
  toMs: clientMs,
  why: z.enum(['no_model', 'too_slow', 'poor_picture', 'switched_off', 'silent']),
  ongoing: z.boolean(),
})
export type BlindReport = z.output<typeof blindReport>

/** What this machine is and can tell, once it is known (T-04, TR-73). */
export const machineReport = z.strictObject({
  camera: name.nullable(),
  microphone: name.nullable(),
  /** False where the browser does not say whether there is a second monitor. */
  tellsMonitors: z.boolean(),
  /** Of the model that watches the picture; null where none runs. */
  detector: line(80).nullable(),
})
export type MachineReport = z.output<typeof machineReport>

const params = z.strictObject({ sid: sessionId })
export const MOST_HINTS_AT_ONCE = 50

export const reportHints = {
  method: 'POST',
  path: '/api/my/sessions/:sid/hints',
  can: 'session.take',
  params,
  body: z.strictObject({
    /** One open page, from load to leaving; its clock runs without a jump. */
    run: z.string().regex(/^[a-z0-9]{8,40}$/),
    /** The page's clock when this was sent. */
    nowMs: clientMs,
    hints: z.array(hintReport).max(MOST_HINTS_AT_ONCE),
    blind: z.array(blindReport).max(50).default([]),
    machine: machineReport.nullable().default(null),
  }),
  reply: z.object({ now: moment, taken: z.number() }),
  refusals: ['not_found', 'not_running', 'too_many_hints'],
  summary: 'What the examinee’s browser noticed; the same again changes nothing',
} as const satisfies Route

const verdict = z.enum(['counts', 'permitted', 'unsure'])
const because = z.array(z.string())

export const readWatching = {
  method: 'GET',
  path: '/api/my/sessions/:sid/watching',
  can: 'session.take',
  params,
  reply: z.object({
    /** Null: no act rules this exam, so nothing is watched by the machine. */
    settings: z
      .object({
        act: z.string().nullable(),
        calibration: z.string(),
        /** The parameters the rules ask for. */
        policy: z.record(
          z.string(),
          z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]).nullable(),
        ),
      })
      .nullable(),
    /** The loudest of the silence at the equipment check, 0…1: it only takes hints away. */
    usualNoise: z.number().nullable(),
    /** How the person sat at the equipment check: it only takes hints away. */
    usualPosture: z.object({ yaw: z.number(), pitch: z.number(), across: z.number() }).nullable(),
    /** What the machine looks at, and what this exam and this person’s conditions say of it. */
    watched: z.array(z.object({ code: z.string(), wording: z.string(), sensor, verdict, because })),
    /** On the list of the act, and left to people. */
    people: z.array(z.object({ code: z.string(), wording: z.string() })),
    /** What the machine sees in this exam and says nothing of. */
    allowed: z.array(z.string()),
  }),
  refusals: ['not_found'],
  summary: 'What is watched in this exam and what is not, for the examinee and the examinee’s browser',
} as const satisfies Route

export const hintStates = ['open', 'answered', 'dismissed', 'marked'] as const
export type HintState = (typeof hintStates)[number]

export const hintView = z.object({
  /** Within the session, in the order they came. */
  no: z.number(),
  session: sessionId,
  rule: z.string(),
  code: z.string(),
  wording: z.string(),
  /** Server’s clock, Unix ms; less `zeroMs` of the timeline it is the place in the recording. */
  fromMs: z.number(),
  toMs: z.number(),
  ongoing: z.boolean(),
  strength: z.number(),
  about: z.string().nullable(),
  name: z.string().nullable(),
  /** `auto` or `partial`: how much the signal itself can be relied on. */
  detection: z.string(),
  verdict,
  because,
  /** Where the same bytes were recorded before; null for every other hint. */
  copied: z
    .object({
      /** Null: another recording, which the asker may not see. */
      session: sessionId.nullable(),
      /** In this very recording. */
      here: z.boolean(),
      fromMs: z.number().nullable(),
      toMs: z.number().nullable(),
    })
    .nullable(),
  /** The network or the machine explains it: shown, never counted. */
  technical: z.boolean(),
  /** It calls the proctor: at most once a minute for one code. */
  rings: z.boolean(),
  state: z.enum(hintStates),
  answer: z.object({ by: z.string(), at: moment, note: z.string(), mark: z.number().nullable() }).nullable(),
})
export type HintView = z.output<typeof hintView>

export const blindView = z.object({
  sensor,
  fromMs: z.number(),
  toMs: z.number(),
  why: z.string(),
  ongoing: z.boolean(),
})
export type BlindView = z.output<typeof blindView>

export const readHints = {
  method: 'GET',
  path: '/api/sessions/:sid/hints',
  can: 'recording.review',
  params,
  reply: z.object({
    now: moment,
    hints: z.array(hintView),
    blind: z.array(blindView),
    machine: machineReport.nullable(),
    /** The means that were actually used (R0-2.5a.3). */
    means: z.array(z.string()),
    /** What nobody could watch on this machine: no form may say that it did not happen (TR-73). */
    unseen: z.array(z.object({ code: z.string(), wording: z.string() })),
  }),
  refusals: ['not_found'],
  summary: 'Hints of a session, and the times and things the machine could not see',
} as const satisfies Route

export const watchHints = {
  method: 'GET',
  path: '/api/watch/hints',
  can: 'live.watch',
  query: z.strictObject({
    /** What the asker has already; the answer waits for something else. */
    seen: z.string().max(80).default(''),
    wait: z.coerce.number().int().min(0).max(20).default(0),
  }),
  reply: z.object({
    now: moment,
    seen: z.string(),
    hints: z.array(hintView),
    blind: z.array(blindView.extend({ session: sessionId })),
  }),
  refusals: [],
  summary: 'Hints of the people this proctor watches, as soon as they come',
} as const satisfies Route

const hintParams = z.strictObject({ sid: sessionId, no: z.coerce.number().int().min(1).max(1_000_000) })

export const answerHint = {
  method: 'POST',
  path: '/api/sessions/:sid/hints/:no/answers',
  can: 'recording.review',
  params: hintParams,
  body: z.strictObject({
    state: z.enum(['answered', 'dismissed', 'marked', 'open']),
    note: paragraphs(1_000).default(''),
    /** Number of the mark in the session’s log that this hint became. */
    mark: z.number().int().min(1).nullable().default(null),
  }),
  reply: hintView,
  refusals: ['not_found', 'mark_first'],
  summary: 'A person says what became of a hint; earlier answers stay on the record',
} as const satisfies Route

export const hintRoutes = { reportHints, readWatching, readHints, watchHints, answerHint } as const
