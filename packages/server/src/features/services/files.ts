// Contracts, agreements, evidence of checks and powers of attorney: sealed, and read only with a row in the journal.
import { SCAN_BYTES, scanKind } from '@ochno/domain/consent/scan'
import type { FilePurpose } from '@ochno/domain/services/card'
import type { Instant } from '@ochno/domain/time'
import type { ServiceFile, ServiceId, ServiceOrderId } from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type FileDeps, type Keeper, no, objectKey } from './deps.ts'
import { shown } from './keep.ts'

async function keep(
  deps: FileDeps,
  tx: Tx,
  keeper: Keeper,
  to: Pick<ServiceFile, 'owner' | 'purpose'>,
  bytes: Uint8Array,
  now: Instant,
) {
  if (bytes.length > SCAN_BYTES) return no('too_large')
  const kind = scanKind(bytes)
  if (kind === null) return no('not_a_scan')
  if (!deps.diskTakes()) return no('disk')
  const id = deps.ids.make<'csc'>('csc')
  const { key, stored } = deps.seal.seal(id, bytes)
  await deps.objects.put(objectKey(keeper.tenant, id), stored)
  const sha256 = deps.sha256(bytes)
  await tx.services.setFile({
    ...to,
    id,
    kind,
    bytes: bytes.length,
    sha256,
    key,
    by: keeper.account,
    at: now,
  })
  await tx.audit(
    entry(keeper, now, 'file', to.owner, { file: id, purpose: to.purpose, kind, bytes: bytes.length }),
  )
  return null
}

export const sendServiceFile = (
  deps: FileDeps,
  keeper: Keeper,
  { id, purpose }: { readonly id: ServiceId; readonly purpose: FilePurpose },
  bytes: Uint8Array,
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    if (!(await tx.services.find(id))) return no('not_found')
    return (await keep(deps, tx, keeper, { owner: id, purpose }, bytes, now)) ?? shown(tx, id, now)
  })

export const sendOrderPower = (
  deps: FileDeps,
  keeper: Keeper,
  id: ServiceOrderId,
  bytes: Uint8Array,
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const order = (await tx.services.orders()).find((one) => one.id === id)
    if (!order) return no('not_found')
    if (order.number !== null) return no('not_now')
    const refused = await keep(deps, tx, keeper, { owner: id, purpose: 'power' }, bytes, now)
    return refused ?? { ok: true as const, body: { id } }
  })

export async function readFile(
  deps: FileDeps,
  keeper: Keeper,
  { owner, purpose }: Pick<ServiceFile, 'owner' | 'purpose'>,
  now: Instant,
) {
  const found = await deps.store.inTenant(keeper.tenant, async (tx) =>
    (await tx.services.files()).find((file) => file.owner === owner && file.purpose === purpose),
  )
  if (!found) return no('not_found')
  try {
    await deps.audit.record(entry(keeper, now, 'file_view', owner, { file: found.id, purpose }))
  } catch (cause) {
    deps.log.error('service.not_journalled', { object: owner }, cause)
    return no('journal_unavailable')
  }
  const stored = await deps.objects.get(objectKey(keeper.tenant, found.id))
  if (!stored) return no('not_found')
  return { ok: true as const, kind: found.kind, bytes: deps.seal.open(found.id, found.key, stored) }
}
