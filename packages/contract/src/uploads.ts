// What is taken as a file, and who looks it through for malware.
import { chosenPurposes, LEAST_BYTES, uploadKinds, uploadPurposes } from '@ochno/domain/upload/rules'
import { z } from 'zod'
import type { Route } from './route.ts'

const rule = {
  maxBytes: z
    .int()
    .min(LEAST_BYTES)
    .max(64 * 1024 * 1024),
  kinds: z.array(z.enum(uploadKinds)).min(1).max(uploadKinds.length),
}

export const uploadsView = z.object({
  rules: z.array(
    z.object({
      purpose: z.enum(uploadPurposes),
      /** What the page itself takes with the camera is not chosen. */
      chosen: z.boolean(),
      maxBytes: z.number(),
      kinds: z.array(z.enum(uploadKinds)),
      most: z.object({ maxBytes: z.number(), kinds: z.array(z.enum(uploadKinds)) }),
    }),
  ),
  /** Whether the one who runs the server named a program that looks for malware. */
  scanned: z.boolean(),
  /** It did not answer when it was last asked. */
  silent: z.boolean(),
})
export type UploadsView = z.output<typeof uploadsView>

export const readUploads = {
  method: 'GET',
  path: '/api/uploads',
  can: 'protection.read',
  reply: uploadsView,
  refusals: [],
  summary: 'What is taken as a file, how large, and whether it is looked through for malware (R0-5.1c)',
} as const satisfies Route

export const chooseUploads = {
  method: 'PUT',
  path: '/api/uploads/:purpose',
  can: 'protection.manage',
  stepUp: true,
  params: z.strictObject({ purpose: z.enum(chosenPurposes) }),
  body: z.strictObject(rule),
  reply: uploadsView,
  refusals: ['kind_not_allowed'],
  summary: 'Take smaller files or fewer kinds of them',
} as const satisfies Route

export const tryScanner = {
  method: 'POST',
  path: '/api/uploads/scanner',
  can: 'protection.manage',
  reply: z.object({ is: z.enum(['works', 'misses', 'unavailable', 'off']) }),
  refusals: [],
  summary: 'Shows the program the harmless test string that every scanner knows',
} as const satisfies Route

export const uploadRoutes = { readUploads, chooseUploads, tryScanner } as const
