// An edition beside another, as a file, and in words.
import type { ActId, TenantId } from '@ochno/domain/ids'
import type { ActPolicy } from '@ochno/domain/policy/act-policy'
import { differences } from '@ochno/domain/policy/compare'
import { writePolicy } from '@ochno/domain/policy/exchange'
import { previewOf } from '@ochno/domain/policy/preview'
import { type PolicyKey, policyKeys } from '@ochno/domain/policy/schema'
import type { ActDeps } from './deps.ts'
import { no } from './deps.ts'
import { neededOf, settingView } from './views.ts'

export const compareActs = (deps: ActDeps, tenant: TenantId, one: ActId, other: ActId) =>
  deps.store.inTenant(tenant, async (tx) => {
    const [before, after] = [await tx.acts.find(one), await tx.acts.find(other)]
    if (!before || !after) return no('not_found')
    const [neededBefore, neededAfter] = [neededOf(before.policy), neededOf(after.policy)]
    const rows = differences(before.policy, after.policy).map((row) => ({
      key: row.key,
      before: settingView(before.policy.act, row.key, row.before, neededBefore),
      after: settingView(after.policy.act, row.key, row.after, neededAfter),
    }))
    return { ok: true as const, body: { rows } }
  })

/** As the parameters are listed on the screen: two files of one act compare line by line. */
const inOrder = (policy: ActPolicy): ActPolicy => ({
  ...policy,
  stated: sorted(policy.stated),
  decisions: sorted(policy.decisions),
})

const sorted = <One>(
  of: Readonly<Partial<Record<PolicyKey, One>>>,
): Readonly<Partial<Record<PolicyKey, One>>> =>
  Object.fromEntries(policyKeys.flatMap((key) => (of[key] === undefined ? [] : [[key, of[key]]])))

export const exportAct = (deps: ActDeps, tenant: TenantId, id: ActId) =>
  deps.store.inTenant(tenant, async (tx) => {
    const edition = await tx.acts.find(id)
    if (!edition) return no('not_found')
    const name = `act-${edition.policy.act}-edition-${edition.edition}.json`
    return { ok: true as const, body: { name, text: writePolicy(inOrder(edition.policy)) } }
  })

export const previewAct = (deps: ActDeps, tenant: TenantId, id: ActId) =>
  deps.store.inTenant(tenant, async (tx) => {
    const edition = await tx.acts.find(id)
    if (!edition) return no('not_found')
    const { examinee, proctor, teacher } = previewOf(edition.policy)
    return {
      ok: true as const,
      body: { examinee: [...examinee], proctor: [...proctor], teacher: [...teacher] },
    }
  })
