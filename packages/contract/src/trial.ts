// A trial exam: everything as in the real one, on the examinee's own machine. No exam and no session is made, so no report,
// protocol, review, journal or quota can hold it; the server keeps what is to be mended, for hours.
import { checkItems } from '@ochno/domain/equipment/items'
import { documentKinds } from '@ochno/domain/identity/documents'
import { stepIds } from '@ochno/domain/identity/steps'
import { devices, mendCodes } from '@ochno/domain/trial/mend'
import { z } from 'zod'
import { doorStepView } from './door.ts'
import { checkItem, checkView, facts } from './equipment.ts'
import { examId, moment, sessionId } from './ids.ts'
import type { Route } from './route.ts'

const step = z.enum(stepIds)
const weight = z.enum(['must', 'should'])

export const trialView = z.object({
  at: moment,
  /** From then on it does not exist. */
  destroyedAt: moment,
  mend: z.array(z.object({ code: z.enum(mendCodes), weight, step: step.nullable() })),
  /** What the check of the machine found; `why` is null where it was not looked at. */
  machine: z.array(z.object({ item: checkItem, why: z.string().nullable(), weight })),
})
export type TrialView = z.output<typeof trialView>

const plan = z.object({
  now: moment,
  minutes: z.number(),
  keepHours: z.number(),
  /** The edition whose door is walked through; null where none is in force. */
  act: z.string().nullable(),
  /** The exam it prepares for; null: the trial is for no exam in particular. */
  exam: z.string().nullable(),
  steps: z.array(doorStepView),
  documents: z.array(z.enum(documentKinds)),
  last: trialView.nullable(),
})
export type TrialPlan = z.output<typeof plan>

export const readTrial = {
  method: 'GET',
  path: '/api/my/trial',
  can: 'session.take',
  /** For one exam: the steps that this very exam will ask. */
  query: z.strictObject({ session: sessionId.optional() }),
  reply: plan,
  refusals: ['not_found'],
  summary: 'What a trial asks, as long as the real exam would, and what the last one left to mend',
} as const satisfies Route

const list = <S extends z.ZodType>(of: S) => z.array(of).max(20)

export const saveTrial = {
  method: 'PUT',
  path: '/api/my/trial',
  can: 'session.take',
  body: z.strictObject({
    /** The exam it prepares for: its rules judge the machine. */
    session: sessionId.nullable(),
    facts,
    left: list(step),
    unclear: list(step),
    lost: list(z.enum(devices)),
    away: z.int().min(0).max(10_000),
    recorded: z.boolean(),
  }),
  reply: trialView,
  refusals: ['not_found'],
  summary: 'What a trial showed, to read for a day; it takes the place of the one before',
} as const satisfies Route

export const judgeTrial = {
  method: 'POST',
  path: '/api/my/trial/check',
  can: 'session.take',
  body: z.strictObject({
    session: sessionId.nullable(),
    facts,
    /** What was ticked below the check; null: nothing yet. */
    said: z
      .strictObject({ declared: z.array(checkItem).max(checkItems.length), risk: z.boolean() })
      .nullable(),
  }),
  reply: checkView.omit({ id: true }),
  refusals: ['not_found'],
  summary: 'The verdicts of the check at the door on what a trial measured; nothing of it is kept',
} as const satisfies Route

export const forgetTrial = {
  method: 'DELETE',
  path: '/api/my/trial',
  can: 'session.take',
  reply: 'none',
  refusals: [],
  summary: 'Nothing of the last trial is kept any longer',
} as const satisfies Route

export const offerTrial = {
  method: 'POST',
  path: '/api/exams/:eid/trial-offers',
  can: 'exam.manage',
  params: z.strictObject({ eid: examId }),
  reply: z.object({ told: z.number() }),
  refusals: ['not_found', 'nothing_to_try'],
  summary:
    'Tells everybody of an exam that has not begun that it may be tried beforehand; who does is told to nobody',
} as const satisfies Route

export const trialRoutes = { readTrial, judgeTrial, saveTrial, forgetTrial, offerTrial } as const
