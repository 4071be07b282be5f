import type { EmbeddingView } from '@ochno/contract/embedding'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Store, Tx } from '../../ports/store.ts'

export type EmbeddingDeps = { readonly store: Store }
type Person = { readonly account: AccountId; readonly tenant: TenantId }

async function view(tx: Tx, tenant: TenantId): Promise<EmbeddingView> {
  const { origins, changedAt } = await tx.embedding.origins()
  return {
    origins: [...origins],
    changedAt: changedAt?.toString() ?? null,
    path: `/embed/technical-requirements?institution=${tenant}`,
    instruction: `/api/public/instruction/${tenant}`,
  }
}

export const readEmbedding = (deps: EmbeddingDeps, { tenant }: Person) =>
  deps.store.inTenant(tenant, (tx) => view(tx, tenant))

export const changeEmbedding = (
  deps: EmbeddingDeps,
  { tenant, account }: Person,
  origins: readonly string[],
  now: Instant,
) =>
  deps.store.inTenant(tenant, async (tx) => {
    const before = await tx.embedding.origins()
    await tx.embedding.setOrigins(origins, now)
    await tx.audit({
      at: now,
      tenant,
      actor: account,
      role: 'admin',
      action: 'embedding.change',
      object: tenant,
      purpose: 'administration',
      result: 'ok',
      details: { before: before.origins, after: origins },
    })
    return view(tx, tenant)
  })
