import { z } from 'zod'
import { lateOriginal } from './exam-admission.ts'
import { accountId, examId, line, moment, sessionId } from './ids.ts'
import { paged, paging } from './paging.ts'
import type { Route } from './route.ts'

const day = z.iso.date()
const consentId = z.string().regex(/^cns_[a-z2-7]{26}$/)
const textId = z.string().regex(/^ctx_[a-z2-7]{26}$/)
const paperId = z.string().regex(/^cpp_[a-z2-7]{26}$/)

export const consentKinds = [
  'proctoring_informed',
  'video_disputes',
  'biometric',
  'third_party_transfer',
  'account_binding',
] as const
export const consentStates = [
  'none',
  'informed',
  'form_generated',
  'printed',
  'scan_uploaded',
  'active',
  'declined',
  'withdrawn',
  'expired',
] as const
const kind = z.enum(consentKinds)
const part = z.enum(['fact', 'functions', 'rules'])
const signer = z.enum(['examinee', 'representative'])
const alternative = z.enum(['in_person', 'oral', 'another_format'])
const awaiting = z.enum([
  'answer',
  'second_signature',
  'scan',
  'original',
  'ages_not_set',
  'birthday_not_known',
  'text_changed',
  'signature_anew',
])

/** What a teacher reads: it is there, it is awaited, another way is taken. */
export const standingView = z.discriminatedUnion('is', [
  z.object({ is: z.literal('given'), originalLate: z.boolean() }),
  z.object({ is: z.literal('awaited'), what: awaiting, overdue: z.boolean() }),
  z.object({ is: z.literal('other_way'), why: z.enum(['declined', 'withdrawn', 'expired']) }),
])
export type StandingView = z.output<typeof standingView>

const textView = z.object({
  id: textId,
  /** First letters of the hash of the text, printed on every copy. */
  version: z.string(),
  title: z.string(),
  blocks: z.array(z.object({ part, title: z.string(), legal: z.string(), plain: z.string() })),
  question: z.string(),
})

const scanView = z.object({
  kind: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  bytes: z.number(),
  at: moment,
})

export const paperView = z.object({
  id: paperId,
  programme: z.string(),
  generatedAt: moment,
  scan: scanView.nullable(),
  original: z.object({ receivedOn: day, by: z.string() }).nullable(),
})

const copyView = z.object({
  id: consentId,
  kind,
  state: z.enum(consentStates),
  version: z.string(),
  signedOn: day.nullable(),
  endedOn: day.nullable(),
})

export const consentItem = z.object({
  kind,
  /** Null until the first block is acknowledged. */
  id: consentId.nullable(),
  state: z.enum(consentStates),
  onPaper: z.boolean(),
  /** False: the institution has not filled what the text needs. */
  ready: z.boolean(),
  text: textView,
  /** Blocks this reader has acknowledged. */
  read: z.array(part),
  signatures: z.array(z.object({ signer, name: z.string(), at: moment })),
  /** Who has to sign; null while the institution has not said how ages count. */
  signers: z.array(signer).nullable(),
  /** This reader may answer now. */
  mayAnswer: z.boolean(),
  standing: standingView,
  signedOn: day.nullable(),
  /** Said before a withdrawal, word for word. */
  warning: z.string(),
  mayWithdraw: z.boolean(),
  withdrawalAskedOn: day.nullable(),
})
export type ConsentItem = z.output<typeof consentItem>

export const consentPerson = z.object({
  account: accountId,
  name: z.string(),
  /** The reader himself, or a child of his. */
  self: z.boolean(),
  items: z.array(consentItem),
  /** Open for the signed paper of the act. */
  paper: paperView.nullable(),
  /** The paper may be made now: its consents were read and not declined. */
  mayMakePaper: z.boolean(),
  /** By when the original is awaited, for the nearest exam ahead. */
  originalBy: day.nullable(),
  exam: z.object({ title: z.string(), opensAt: moment }).nullable(),
  alternatives: z.array(alternative),
  voluntary: z.boolean(),
  /** Everything that was ever signed, the newest first. */
  copies: z.array(copyView),
})
export type ConsentPersonView = z.output<typeof consentPerson>

const ofPerson = z.strictObject({ id: accountId })
const ofPaper = z.strictObject({ pid: paperId })
const ofConsent = z.strictObject({ cid: consentId })

export const listMyConsents = {
  method: 'GET',
  path: '/api/consents',
  can: 'consent.own',
  reply: z.object({ people: z.array(consentPerson), today: day }),
  refusals: [],
  summary:
    'What the person and the children in his care are asked for, with the texts, and what was answered',
} as const satisfies Route

export const markShown = {
  method: 'POST',
  path: '/api/consents/people/:id/shown',
  can: 'consent.own',
  params: ofPerson,
  body: z.strictObject({ text: textId, part }),
  reply: consentPerson,
  refusals: ['not_found', 'text_changed'],
  summary: 'A block of the text was read: kept with the version of the text and the time',
} as const satisfies Route

export const answerConsent = {
  method: 'POST',
  path: '/api/consents/people/:id/answers',
  can: 'consent.own',
  params: ofPerson,
  body: z.strictObject({ text: textId, answer: z.enum(['agree', 'decline']) }),
  reply: consentPerson,
  refusals: [
    'not_found',
    'text_changed',
    'not_shown',
    'not_now',
    'paper_only',
    'ages_not_set',
    'birthday_not_known',
    'not_your_signature',
    'already_signed',
  ],
  summary: 'Agree or not; where two have to sign it holds with the second signature',
} as const satisfies Route

export const makePaper = {
  method: 'POST',
  path: '/api/consents/people/:id/paper',
  can: 'consent.own',
  params: ofPerson,
  /** Address and document are printed on the form and kept nowhere. */
  body: z.strictObject({ programme: line(300), address: line(300), document: line(300) }),
  reply: 'octets',
  refusals: [
    'not_found',
    'not_shown',
    'not_now',
    'screen_only',
    'settings_missing',
    'ages_not_set',
    'birthday_not_known',
    'print_busy',
    'print_failed',
  ],
  summary: 'The form of the act, filled in, as PDF',
} as const satisfies Route

export const uploadScan = {
  method: 'PUT',
  path: '/api/consents/papers/:pid/scan',
  can: 'consent.own',
  params: ofPaper,
  body: 'octets',
  upload: 'paper',
  reply: consentPerson,
  refusals: ['not_found', 'not_now', 'not_a_scan', 'too_large', 'disk'],
  summary: 'The signed paper: PDF, JPEG or PNG, at most 10 MiB; the original is still handed in',
} as const satisfies Route

export const readScan = {
  method: 'GET',
  path: '/api/consents/papers/:pid/scan',
  can: 'consent.copy',
  params: ofPaper,
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'journal_unavailable'],
  summary: 'The last scan of a paper; the journal has the row before the first byte',
} as const satisfies Route

export const takeCopy = {
  method: 'GET',
  path: '/api/consents/:cid/copy',
  can: 'consent.copy',
  params: ofConsent,
  reply: 'octets',
  refusals: ['not_found', 'not_same_origin', 'print_busy', 'print_failed', 'journal_unavailable'],
  summary: 'What was signed: the text, its hash, who signed and when, as PDF',
} as const satisfies Route

export const withdrawConsent = {
  method: 'POST',
  path: '/api/consents/:cid/withdrawal',
  can: 'consent.own',
  params: ofConsent,
  /** The warning as it was shown. */
  body: z.strictObject({ warned: z.string().max(2000) }),
  reply: consentPerson,
  refusals: ['not_found', 'not_now', 'consequences_not_shown', 'not_your_signature'],
  summary: 'Given on the screen it ends now; a paper one ends when the written request is registered',
} as const satisfies Route

export const takeWithdrawalForm = {
  method: 'GET',
  path: '/api/consents/:cid/withdrawal',
  can: 'consent.copy',
  params: ofConsent,
  reply: 'octets',
  refusals: [
    'not_found',
    'not_same_origin',
    'settings_missing',
    'print_busy',
    'print_failed',
    'journal_unavailable',
  ],
  summary: 'The written withdrawal, filled in, as PDF',
} as const satisfies Route

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

const ages = z
  .strictObject({
    representativeAloneUntil: z.number().int().min(0).max(18),
    bothUntil: z.number().int().min(0).max(21),
  })
  .refine(({ representativeAloneUntil, bothUntil }) => representativeAloneUntil <= bothUntil)

export const consentSettings = z.strictObject({
  age: ages.nullable(),
  alternatives: z.array(alternative).max(3),
  thirdParty: line(300).nullable(),
})
export type ConsentSettingsView = z.output<typeof consentSettings>

export const readConsentSettings = {
  method: 'GET',
  path: '/api/consent-settings',
  can: 'consent.list',
  reply: consentSettings,
  refusals: [],
  summary: 'Who signs at which age, how an exam is taken otherwise, whom data are handed to',
} as const satisfies Route

export const changeConsentSettings = {
  method: 'PUT',
  path: '/api/consent-settings',
  can: 'consent.manage',
  body: consentSettings,
  reply: consentSettings,
  refusals: [],
  summary: 'Change them; texts that name the institution become a new version',
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

export const consentRoutes = {
  listMyConsents,
  markShown,
  answerConsent,
  makePaper,
  uploadScan,
  readScan,
  takeCopy,
  withdrawConsent,
  takeWithdrawalForm,
  listRegister,
  receiveOriginal,
  registerWithdrawal,
  expelPerson,
  readConsentSettings,
  changeConsentSettings,
  listExamConsents,
} as const
