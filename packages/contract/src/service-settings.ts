// What an institution settles for all its services.
import { serviceFamilies } from '@ochno/domain/services/card'
import { z } from 'zod'
import { line, paragraphs } from './ids.ts'
import { set } from './service-parts.ts'

/** Opened in another window, so nothing but the web. */
export const webAddress = z.url({ protocol: /^https?$/ }).max(1000)

const prohibited = z.strictObject({
  name: line(200),
  host: z
    .string()
    .max(253)
    .regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/)
    .nullable(),
  ground: line(500),
})

export const settings = z.strictObject({
  /** Families that are switched off here. */
  off: set(serviceFamilies),
  prohibited: z.array(prohibited).max(200),
  /** How an account is made, by which local act (R2-15c). */
  accounts: z
    .strictObject({ text: paragraphs(3000).min(1), act: line(300), address: webAddress.nullable() })
    .nullable(),
})
export type ServiceSettings = z.output<typeof settings>
