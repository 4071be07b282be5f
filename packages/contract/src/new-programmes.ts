// TR-54: a paper names one programme and is signed once; of a person who studies another one the office is asked.
import { newProgrammeAnswers } from '@ochno/domain/consent/new-programme'
import { z } from 'zod'
import { consentKinds } from './consent-parts.ts'
import { accountId, line, moment } from './ids.ts'
import type { Route } from './route.ts'

const day = z.iso.date()

export const newProgrammeView = z.object({
  account: accountId,
  name: z.string(),
  /** What the signed paper names, and what the person studies or is examined in today. */
  signed: z.string(),
  programme: z.string(),
  kinds: z.array(z.enum(consentKinds)),
  answer: z.object({ is: z.enum(newProgrammeAnswers), by: z.string(), at: moment }).nullable(),
})
export type NewProgrammeView = z.output<typeof newProgrammeView>

export const listNewProgrammes = {
  method: 'GET',
  path: '/api/consent-register/programmes',
  can: 'consent.list',
  reply: z.object({ today: day, rows: z.array(newProgrammeView) }),
  refusals: [],
  summary: 'TR-54: whose consent names another programme than the person studies; it stands all the same',
} as const satisfies Route

export const answerNewProgramme = {
  method: 'PUT',
  path: '/api/consent-register/people/:id/programme',
  can: 'consent.manage',
  params: z.strictObject({ id: accountId }),
  body: z.discriminatedUnion('is', [
    z.strictObject({ is: z.literal('kept'), programme: line(300) }),
    z.strictObject({ is: z.literal('asked'), programme: line(300) }),
    /** `signedOn`: the day written on the new paper, which the office has. */
    z.strictObject({ is: z.literal('signed'), programme: line(300), signedOn: day }),
  ]),
  reply: z.object({}),
  refusals: ['not_found', 'not_now', 'day_in_future'],
  summary: 'Leave the consent as it is, ask the person to sign anew, or note that the new paper is here',
} as const satisfies Route

export const newProgrammeRoutes = { listNewProgrammes, answerNewProgramme } as const
