import { identityBridgeRoutes } from '@ochno/contract/identity-bridge'
import type { KeyFiles } from '../adapters/key-files/key-files.ts'
import { fileSeal } from '../adapters/media-crypto/file-seal.ts'
import { postgresStore } from '../adapters/postgres/store.ts'
import { signedWords } from '../adapters/system/signed-words.ts'
import { identityBridgeHandlers } from '../http/identity-bridge.ts'
import { mounted } from './core.ts'
import type { Base, Part } from './part.ts'

export function composeIdentityBridge(
  { pools, ids }: Base,
  from: { readonly keys: KeyFiles; readonly address: () => string },
): Part {
  const files = fileSeal(from.keys.kek, 'bridge')
  const handlers = identityBridgeHandlers({
    store: postgresStore(pools.app, ids),
    ids,
    words: signedWords,
    address: from.address,
    seal: {
      seal: (id, secret) => {
        const { key, stored } = files.seal(id, new TextEncoder().encode(secret))
        return { ...key, stored }
      },
      open: (id, { kek, wrapped, stored }) =>
        new TextDecoder().decode(files.open(id, { kek, wrapped }, stored)),
    },
  })
  return { routes: mounted(identityBridgeRoutes, handlers) }
}
