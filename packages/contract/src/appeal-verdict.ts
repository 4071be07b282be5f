// How a commission comes to its verdict (T-17, T-19): votes by name, who steps down, the chair's record, a second person.
import { z } from 'zod'
import { accountId, givenMoment, line, paragraphs } from './ids.ts'
import type { Route } from './route.ts'
import { appealId, ofAppeal, value, words } from './appeal-parts.ts'
import { appealView } from './appeals.ts'

export const voteOnAppeal = {
  method: 'POST',
  path: '/api/appeals/:aid/vote',
  can: 'appeal.decide',
  stepUp: true,
  params: ofAppeal,
  body: z.strictObject({
    satisfied: z.boolean(),
    opinion: paragraphs(2_000).default(''),
  }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'not_yours', 'took_part', 'recusal_waits'],
  summary:
    'T-19: one with a vote says yes or no by name, and may write what differs; until the verdict it may be said anew',
} as const satisfies Route

export const leaveCommission = {
  method: 'POST',
  path: '/api/appeals/:aid/recusal',
  can: 'appeal.decide',
  params: ofAppeal,
  body: z.strictObject({ reason: words }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'not_yours'],
  summary: 'T-19: a member of the commission declares a conflict and leaves; their vote counts no more',
} as const satisfies Route

export const answerRecusal = {
  method: 'POST',
  path: '/api/appeals/:aid/recusals/:member',
  can: 'appeal.manage',
  params: z.strictObject({ aid: appealId, member: accountId }),
  body: z.strictObject({ grant: z.boolean(), answer: words }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'not_yours', 'took_part'],
  summary: 'T-19: whoever names the commission grants or declines what the family asked, and says why',
} as const satisfies Route

/** Why a verdict does not stand: asked when the chair records it, and again when the second person agrees. */
const againstVerdict = [
  'commission_incomplete',
  'steps_left',
  'recusal_waits',
  'votes_missing',
  'votes_tied',
  'against_majority',
  'no_time_codes',
  'outside_the_recording',
  'recording_not_watched',
  'nothing_changed',
  'not_in_vocabulary',
  'changed_meanwhile',
  // Its paper is made in the same step.
  'print_busy',
  'print_failed',
  'disk',
] as const

export const decideAppeal = {
  method: 'POST',
  path: '/api/appeals/:aid/verdict',
  can: 'appeal.decide',
  stepUp: true,
  params: ofAppeal,
  body: z.strictObject({
    satisfied: z.boolean(),
    /** The result after it; null: stays as it was. */
    value: value.nullable().default(null),
    annulled: z.array(line(80)).max(100).default([]),
    reasoning: words,
    timeCodes: z
      .array(z.strictObject({ from: givenMoment, to: givenMoment }))
      .max(50)
      .default([]),
  }),
  reply: appealView,
  refusals: ['not_found', 'not_now', 'not_yours', 'took_part', ...againstVerdict, 'other_second_person'],
  summary:
    'The chair records what the commission decided, with reasons and time codes; the result follows, an annulment once a second person agrees',
} as const satisfies Route

export const answerVerdict = {
  method: 'POST',
  path: '/api/appeals/:aid/verdict/second',
  can: 'appeal.decide',
  stepUp: true,
  params: ofAppeal,
  body: z.strictObject({
    /** The very proposal that was read, by the moment it was made. */
    of: givenMoment,
    agree: z.boolean(),
    reason: paragraphs(2_000).default(''),
  }),
  reply: appealView,
  refusals: [
    'not_found',
    'not_now',
    'not_yours',
    'took_part',
    'no_reason',
    'other_second_person',
    ...againstVerdict,
  ],
  summary: 'T-17: another member with a vote agrees to annul, and only then it takes effect; or says why not',
} as const satisfies Route
