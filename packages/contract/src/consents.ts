// Consents of the person and of the children in his care: read, answered, signed on paper, withdrawn.
import { z } from 'zod'
import {
  alternative,
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
import { accountId, line, moment } from './ids.ts'
import { fileRefusals, type Route } from './route.ts'

const textId = z.string().regex(/^ctx_[a-z2-7]{26}$/)
const part = z.enum(['fact', 'functions', 'rules'])
const signer = z.enum(['examinee', 'representative'])

const textView = z.object({
  id: textId,
  /** First letters of the hash of the text, printed on every copy. */
  version: z.string(),
  title: z.string(),
  blocks: z.array(z.object({ part, title: z.string(), legal: z.string(), plain: z.string() })),
  question: z.string(),
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
  refusals: fileRefusals,
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
