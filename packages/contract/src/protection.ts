// How personal data are protected here, and what everybody is told about them.
import { dataKinds, dataTerms } from '@ochno/domain/privacy/inventory'
import { measureNames, protectionLevels, threatTypes } from '@ochno/domain/privacy/protection'
import { z } from 'zod'
import { line } from './ids.ts'
import type { Route } from './route.ts'

const text = (max: number) => line(max).or(z.literal(''))

const protectionBody = z.strictObject({
  level: z.enum(protectionLevels),
  threats: z.enum(threatTypes),
  many: z.boolean(),
  ground: line(300),
  measures: z.partialRecord(z.enum(measureNames), text(300)),
  /** Whom to write to about one's data. */
  contact: line(300),
  /** Number in the register of operators; empty while there is none. */
  register: text(50),
})
export type ProtectionGiven = z.output<typeof protectionBody>

export const protectionView = z.object({
  recorded: protectionBody.nullable(),
  kept: z.object({ biometric: z.boolean(), health: z.boolean() }),
  gaps: z.array(
    z.discriminatedUnion('gap', [
      z.object({ gap: z.literal('not_recorded') }),
      z.object({ gap: z.literal('level_too_low'), least: z.enum(protectionLevels) }),
      z.object({ gap: z.literal('measure'), measure: z.enum(measureNames) }),
    ]),
  ),
  /** Where personal data lie: from the schema itself, so that nothing is left out. */
  inventory: z.array(
    z.object({
      table: z.string(),
      column: z.string(),
      what: z.enum([...dataKinds, 'unknown']),
      term: z.enum([...dataTerms, 'unknown']),
    }),
  ),
})
export type ProtectionView = z.output<typeof protectionView>

export const readProtection = {
  method: 'GET',
  path: '/api/protection',
  can: 'protection.read',
  reply: protectionView,
  refusals: [],
  summary: 'Level and measures of protection, what they lack, and the inventory of personal data (R4-1.4a)',
} as const satisfies Route

export const saveProtection = {
  method: 'PUT',
  path: '/api/protection',
  can: 'protection.manage',
  stepUp: true,
  body: protectionBody,
  reply: protectionView,
  refusals: [],
  summary: 'Record the level of protection with its ground and measures',
} as const satisfies Route

export const dataPurposes = ['violations', 'dispute', 'appeal', 'dishonesty'] as const

export const dataNotice = z.object({
  operator: z.object({ name: z.string(), address: z.string(), contact: z.string(), register: z.string() }),
  /** Title of the act in force. */
  act: z.string().nullable(),
  purposes: z.array(z.enum(dataPurposes)),
  biometric: z.boolean(),
  /** Null: nothing is destroyed until a term is set. */
  recording: z
    .discriminatedUnion('until', [
      z.object({ until: z.literal('months'), months: z.number() }),
      z.object({ until: z.literal('appeal_considered'), filing: z.number(), consideration: z.number() }),
    ])
    .nullable(),
})
export type DataNotice = z.output<typeof dataNotice>

export const readDataNotice = {
  method: 'GET',
  path: '/api/data-notice',
  can: 'account.self',
  reply: dataNotice,
  refusals: [],
  summary: 'Who answers for personal data here, on what ground, why and how long they are kept (R3-0f)',
} as const satisfies Route

export const protectionRoutes = { readProtection, saveProtection, readDataNotice } as const
