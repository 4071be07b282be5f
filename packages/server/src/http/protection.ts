import type { protectionRoutes } from '@ochno/contract/protection'
import {
  type ProtectionDeps,
  readDataNotice,
  readProtection,
  saveProtection,
} from '../features/protection/protection.ts'
import type { Handlers } from './seam.ts'

export const protectionHandlers = (deps: ProtectionDeps): Handlers<typeof protectionRoutes> => ({
  readProtection: async ({ actor }) => ({ ok: true, body: await readProtection(deps, actor) }),
  saveProtection: ({ actor, now }, { body }) => saveProtection(deps, actor, body, now),
  readDataNotice: async ({ actor }) => ({ ok: true, body: await readDataNotice(deps, actor.tenant) }),
})
