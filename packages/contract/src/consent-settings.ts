// What only the institution can say of consents.
import { z } from 'zod'
import { alternative } from './consent-parts.ts'
import { line } from './ids.ts'
import type { Route } from './route.ts'

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
