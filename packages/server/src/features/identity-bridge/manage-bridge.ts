import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type BridgeDeps, entry, no, RETURN_PATH, sealName } from './deps.ts'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

async function view(deps: BridgeDeps, tx: Tx) {
  const stored = await tx.identityBridges.read()
  const audience = deps.address()
  return {
    bridge: stored && {
      name: stored.name,
      address: stored.address,
      on: stored.on,
      changedAt: stored.changedAt.toString(),
    },
    audience,
    returnTo: audience + RETURN_PATH,
  }
}

export const readBridge = (deps: BridgeDeps, { tenant }: Asker) =>
  deps.store.inTenant(tenant, (tx) => view(deps, tx))

type Given = {
  readonly name: string
  readonly address: string
  readonly on: boolean
  readonly key?: string
}

export const saveBridge = (deps: BridgeDeps, asker: Asker, given: Given, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const url = new URL(given.address)
    if (url.protocol !== 'https:' && !LOOPBACK.test(url.hostname)) return no('identity_bridge_in_clear')
    const before = await tx.identityBridges.read()
    // Whoever may change the address must not lead people elsewhere under the key of the earlier bridge.
    if (given.key === undefined && before?.address !== given.address) return no('identity_key_again')
    const key = given.key === undefined ? before?.key : deps.seal.seal(sealName(asker.tenant), given.key)
    if (!key) return no('identity_key_again')
    const { name, address, on } = given
    await tx.identityBridges.save({ name, address, on, key, changedAt: now })
    const details = { name, address, on, key: given.key !== undefined }
    await tx.audit(entry(asker, now, 'identity_bridge.set', asker.tenant, details))
    return { ok: true as const, body: await view(deps, tx) }
  })

export const removeBridge = (deps: BridgeDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    await tx.identityBridges.save(null)
    await tx.audit(entry(asker, now, 'identity_bridge.remove', asker.tenant, {}))
    return view(deps, tx)
  })
