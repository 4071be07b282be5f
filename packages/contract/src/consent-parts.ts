// What the person's own consents and the institution's register of them both say.
import { z } from 'zod'
import { accountId, moment } from './ids.ts'

export const day = z.iso.date()
export const consentId = z.string().regex(/^cns_[a-z2-7]{26}$/)
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
export const kind = z.enum(consentKinds)
export const alternative = z.enum(['in_person', 'oral', 'another_format'])
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

export const ofPerson = z.strictObject({ id: accountId })
export const ofPaper = z.strictObject({ pid: paperId })
export const ofConsent = z.strictObject({ cid: consentId })
