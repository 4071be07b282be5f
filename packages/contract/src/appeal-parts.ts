// What the family's and the institution's side of an appeal both say.
import { resultValues, type ResultValue } from '@ochno/domain/decision/values'
import type { Id } from '@ochno/domain/ids'
import { z } from 'zod'
import { accountId, moment, paragraphs, sessionId } from './ids.ts'

export type AppealId = Id<'apl'>

export const appealId = z
  .string()
  .regex(/^apl_[a-z2-7]{26}$/)
  .transform((text) => text as AppealId)
export const paperId = z.string().regex(/^ppr_[a-z2-7]{26}$/)
export const ofSession = z.strictObject({ sid: sessionId })
export const ofAppeal = z.strictObject({ aid: appealId })
export const words = paragraphs(4_000).pipe(z.string().min(1))
export const value = z.enum(Object.keys(resultValues) as [ResultValue, ...ResultValue[]])

export const appealStates = [
  'filed',
  'registered',
  'inadmissible',
  'accepted',
  'in_consideration',
  'decided_satisfied',
  'decided_dismissed',
  'withdrawn',
  'closed',
] as const
export const state = z.enum(appealStates)
export const outcome = z.enum(['inadmissible', 'satisfied', 'dismissed', 'withdrawn'])
export const memberRoles = ['chair', 'member', 'secretary'] as const
export const memberRole = z.enum(memberRoles)
const subject = z.enum(['procedure', 'proctor_decision', 'grade', 'own'])
export const situation = z.object({ id: z.string(), subject, words: z.string() })

export const paper = z.object({ id: paperId, name: z.string(), kind: z.enum(['pdf', 'docx']) })
export const spanView = z.object({ from: moment, to: moment })
export const named = z.object({ id: accountId, name: z.string(), role: memberRole })
export const markView = z.object({
  key: z.string(),
  wording: z.string(),
  clause: z.string(),
  from: moment,
  to: moment.nullable(),
  note: z.string(),
  /** Taken off by a commission. */
  annulled: z.boolean(),
  answer: z.object({ text: z.string(), at: moment }).nullable(),
})
export type MarkView = z.output<typeof markView>

export const votes = { satisfy: z.number(), dismiss: z.number() }
export const recusal = {
  person: accountId,
  name: z.string(),
  by: z.enum(['member', 'family']),
  reason: z.string(),
  at: moment,
  state: z.enum(['asked', 'granted', 'declined']),
  answer: z.string(),
}

export const verdict = z.object({
  satisfied: z.boolean(),
  value: value.nullable(),
  reasoning: z.string(),
  timeCodes: z.array(spanView),
  annulled: z.array(z.string()),
  by: z.string(),
  at: moment,
  /** Who agreed besides the chair, where a result was annulled. */
  second: z.string().nullable(),
  /** T-19: how the commission voted; null: from before it did by name. */
  votes: z.object(votes).nullable(),
})
