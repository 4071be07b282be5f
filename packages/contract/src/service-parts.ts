// What the register of services, its orders and its catalogue share.
import { z } from 'zod'
import { accountId, line, moment } from './ids.ts'

export const serviceId = z.string().regex(/^srv_[a-z2-7]{26}$/)
export const serviceOrderId = z.string().regex(/^sod_[a-z2-7]{26}$/)
export const day = z.iso.date().refine((iso) => iso >= '2000' && iso < '2101')

export const set = <T extends readonly [string, ...string[]]>(values: T) =>
  z
    .array(z.enum(values))
    .max(values.length)
    .refine((given) => new Set(given).size === given.length)

export const file = z.object({ kind: z.string(), bytes: z.number(), at: moment })

export const person = z.object({ id: accountId, name: z.string() })
export const signer = z.strictObject({
  name: line(200),
  post: line(200),
  power: z.strictObject({ document: line(200), number: line(100), on: day }).nullable(),
})

export const serviceOrderView = z.object({
  id: serviceOrderId,
  number: z.string().nullable(),
  signedOn: day.nullable(),
  services: z.array(z.object({ id: serviceId, name: z.string() })),
  technical: person,
  organisational: person,
  signer,
  authorised: z.boolean(),
  powerFile: file.nullable(),
})
export type ServiceOrderView = z.output<typeof serviceOrderView>

export const params = z.strictObject({ srv: serviceId })
