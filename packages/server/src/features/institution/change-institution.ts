import type { AccountId, TenantId } from '@ochno/domain/ids'
import { type Instant, isZone } from '@ochno/domain/time'
import type { Institution } from '../../ports/institutions.ts'
import type { Store } from '../../ports/store.ts'

/** The journal keeps both the old and the new: a protocol printed before names what was right then. */
export async function changeInstitution(
  deps: { readonly store: Store },
  admin: { readonly account: AccountId; readonly tenant: TenantId },
  to: Institution,
  now: Instant,
) {
  if (!isZone(to.zone)) return { ok: false as const, why: 'unknown_zone' as const }
  return deps.store.inTenant(admin.tenant, async (tx) => {
    const before = await tx.institutions.own()
    if (before.name === to.name && before.zone === to.zone) return { ok: true as const, body: to }
    await tx.institutions.change(to)
    await tx.audit({
      at: now,
      tenant: admin.tenant,
      actor: admin.account,
      role: 'admin',
      action: 'institution.change',
      object: admin.tenant,
      purpose: 'administration',
      result: 'ok',
      details: { before, after: to },
    })
    return { ok: true as const, body: to }
  })
}
