// The institution's register of consents: originals, withdrawals in writing, and how the people of one exam stand.
import { z } from 'zod'
import {
  consentId,
  consentStates,
  day,
  kind,
  ofConsent,
  ofPaper,
  ofPerson,
  paperView,
  standingView,
} from './consent-parts.ts'
import { lateOriginal } from './exam-admission.ts'
import { accountId, examId, line, moment, sessionId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

export const registerRow = z.object({
  account: accountId,
  name: z.string(),
  born: day.nullable(),
  exam: z.object({ title: z.string(), opensAt: moment }).nullable(),
  consents: z.array(
    z.object({
      kind,
      id: consentId.nullable(),
      state: z.enum(consentStates),
      standing: standingView,
      withdrawalAskedOn: day.nullable(),
    }),
  ),
  paper: paperView.nullable(),
  /** Of the original, where the act asks for one and an exam is ahead. */
  original: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('complete'), late: z.boolean() }),
      z.object({ is: z.literal('awaited'), lastDay: day }),
      z.object({ is: z.literal('overdue'), lastDay: day, daysLate: z.number() }),
    ])
    .nullable(),
  /** TR-11: of the nearest exam whose original is late, what was decided or is still to be. */
  late: z.object({ session: sessionId, exam: z.string(), original: lateOriginal }).nullable(),
})
export type RegisterRow = z.output<typeof registerRow>

export const registerLists = ['all', 'overdue', 'undecided', 'waiting'] as const

export const listRegister = {
  method: 'GET',
  path: '/api/consent-register',
  can: 'consent.list',
  query: z.strictObject({
    find: z.string().max(100).optional(),
    /** `overdue`: an original did not come in time, the longest first; `undecided`: it waits for a decision. */
    list: z.enum(registerLists).optional(),
    ...paging,
  }),
  reply: z.object({
    today: day,
    ...paged(registerRow),
    /** Nothing is asked of anybody: no act in force and no exam ahead demands it. */
    asked: z.boolean(),
    /** What only the institution can fill before people can answer. */
    missing: z.array(z.enum(['ages', 'operator', 'alternatives'])),
    needsLawyer: z.boolean(),
  }),
  refusals: ['cursor_stale'],
  summary: 'Consents of everybody who takes exams by pages, with the originals that are late',
} as const satisfies Route

export const receiveOriginal = {
  method: 'POST',
  path: '/api/consent-register/papers/:pid/original',
  can: 'consent.manage',
  params: ofPaper,
  /** `signedOn`: the day written on the paper. */
  body: z.strictObject({ receivedOn: day, signedOn: day }),
  reply: registerRow,
  refusals: ['not_found', 'not_now', 'scan_first', 'day_in_future', 'ages_not_set', 'birthday_not_known'],
  summary: 'The paper original was received: who and when',
} as const satisfies Route

export const registerWithdrawal = {
  method: 'POST',
  path: '/api/consent-register/:cid/withdrawal',
  can: 'consent.manage',
  params: ofConsent,
  body: z.strictObject({ number: line(60), writtenOn: day, warned: z.literal(true) }),
  reply: registerRow,
  refusals: ['not_found', 'not_now', 'day_in_future'],
  summary: 'A written withdrawal is registered; the consent ends on the day of the document',
} as const satisfies Route

export const expelPerson = {
  method: 'POST',
  path: '/api/consent-register/people/:id/expulsion',
  can: 'consent.manage',
  params: ofPerson,
  body: z.strictObject({ on: day }),
  reply: registerRow,
  refusals: ['not_found', 'not_now', 'day_in_future'],
  summary: 'The person was expelled: what he consented to ends on that day',
} as const satisfies Route

export const listExamConsents = {
  method: 'GET',
  path: '/api/exams/:eid/consents',
  can: 'consent.list',
  params: z.strictObject({ eid: examId }),
  query: z.strictObject({ find: z.string().max(100).optional(), ...paging }),
  reply: z.object({
    title: z.string(),
    /** False: the rules of this exam ask for no consent. */
    asked: z.boolean(),
    ...paged(
      z.object({
        session: sessionId,
        name: z.string(),
        consents: z.array(z.object({ kind, standing: standingView })),
        /** A recording may settle a dispute: agreed before the exam and still standing. */
        mayUseInDispute: z.boolean().nullable(),
        /** Null: the original is not late, or none is asked for. */
        late: lateOriginal.nullable(),
        /** Still to come: only then anything is to be decided. */
        toCome: z.boolean(),
      }),
    ),
  }),
  refusals: ['not_found', 'cursor_stale'],
  summary: 'Consents of the people of one exam by pages, in words',
} as const satisfies Route
