import { z } from 'zod'
import type { Route } from './route.ts'

export const readDocs = {
  method: 'GET',
  path: '/api/docs',
  can: 'signed-in',
  reply: 'octets',
  refusals: [],
  summary: 'This list as a page',
} as const satisfies Route

export const readOpenApi = {
  method: 'GET',
  path: '/api/docs/openapi.json',
  can: 'signed-in',
  reply: z.record(z.string(), z.unknown()),
  refusals: [],
  summary: 'This list as OpenAPI 3.1',
} as const satisfies Route

export const docsRoutes = { readDocs, readOpenApi } as const
