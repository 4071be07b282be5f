import type { identityBridgeRoutes } from '@ochno/contract/identity-bridge'
import type { BridgeDeps } from '../features/identity-bridge/deps.ts'
import { readBridge, removeBridge, saveBridge } from '../features/identity-bridge/manage-bridge.ts'
import {
  readIdentityAnswer,
  readOwnIdentity,
  startIdentity,
  takeIdentity,
  withdrawIdentity,
} from '../features/identity-bridge/own-identity.ts'
import type { Handlers } from './seam.ts'

export const identityBridgeHandlers = (deps: BridgeDeps): Handlers<typeof identityBridgeRoutes> => ({
  readBridge: async ({ actor }) => ({ ok: true, body: await readBridge(deps, actor) }),
  saveBridge: ({ actor, now }, { body }) => saveBridge(deps, actor, body, now),
  removeBridge: async ({ actor, now }) => ({ ok: true, body: await removeBridge(deps, actor, now) }),
  readOwnIdentity: ({ actor, now }, { params }) => readOwnIdentity(deps, actor, params.sid, now),
  startIdentity: ({ actor, now }, { params }) => startIdentity(deps, actor, params.sid, now),
  takeIdentity: ({ actor, now }, { body }) => takeIdentity(deps, actor, body.answer, now),
  withdrawIdentity: ({ actor, now }, { params }) => withdrawIdentity(deps, actor, params.sid, now),
  readIdentityAnswer: ({ actor }, { params }) => readIdentityAnswer(deps, actor, params.sid),
})
