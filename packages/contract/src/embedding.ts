// 001 7.5: the instruction of the public page stands in a course of a learning system too, in a frame of these origins alone.
import { z } from 'zod'
import { moment } from './ids.ts'
import type { Route } from './route.ts'

/** As a browser writes it: scheme, host, port, nothing behind it. */
const origin = z
  .string()
  .max(200)
  .regex(/^https:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{2,5})?$/)

const view = z.object({
  origins: z.array(z.string()),
  changedAt: moment.nullable(),
  path: z.string(),
  /** The page of the instruction F-001-4, which any site may show. */
  instruction: z.string(),
})
export type EmbeddingView = z.output<typeof view>

export const readEmbedding = {
  method: 'GET',
  path: '/api/embedding',
  can: 'institution.manage',
  reply: view,
  refusals: [],
  summary: 'Which sites may show the public instruction in a frame, and its address',
} as const satisfies Route

export const changeEmbedding = {
  method: 'PUT',
  path: '/api/embedding',
  can: 'institution.manage',
  body: z.strictObject({ origins: z.array(origin).max(20) }),
  reply: view,
  refusals: [],
  summary: 'R1-7.5b: the learning systems that may embed the instruction; an empty list: none',
} as const satisfies Route

export const embeddingRoutes = { readEmbedding, changeEmbedding } as const
