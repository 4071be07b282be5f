import type { embeddingRoutes } from '@ochno/contract/embedding'
import { changeEmbedding, type EmbeddingDeps, readEmbedding } from '../features/embedding/origins.ts'
import type { Handlers } from './seam.ts'

export const embeddingHandlers = (deps: EmbeddingDeps): Handlers<typeof embeddingRoutes> => ({
  readEmbedding: async ({ actor }) => ({ ok: true, body: await readEmbedding(deps, actor) }),
  changeEmbedding: async ({ actor, now }, { body }) => ({
    ok: true,
    body: await changeEmbedding(deps, actor, body.origins, now),
  }),
})
