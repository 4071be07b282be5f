import type { DataNotice, ProtectionView } from '@ochno/contract/protection'
import type { TenantId } from '@ochno/domain/ids'
import { type ActPolicy, settingOf } from '@ochno/domain/policy/act-policy'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import { gapsOf } from '@ochno/domain/privacy/protection'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from '../../ports/asking.ts'
import type { KeptProtection } from '../../ports/protection.ts'
import type { Store, Tx } from '../../ports/store.ts'

export type ProtectionDeps = { readonly store: Store }

const said = (policy: ActPolicy | null, key: PolicyKey): unknown => {
  const setting = policy && settingOf(policy, key)
  return setting && setting.state !== 'open' ? setting.value : null
}

const actOf = async (tx: Tx) => (await tx.acts.list()).find(({ state }) => state === 'effective') ?? null

const biometricUnder = (policy: ActPolicy | null): boolean =>
  said(policy, 'consent.biometric') === true || said(policy, 'biometrics.photo_video_is_biometric') === true

async function view(tx: Tx): Promise<ProtectionView> {
  const recorded = await tx.protections.read()
  const act = await actOf(tx)
  const kept = { biometric: biometricUnder(act?.policy ?? null), health: await tx.protections.keepsHealth() }
  return {
    recorded: recorded && { ...recorded, measures: { ...recorded.measures } },
    kept,
    gaps: [...gapsOf(recorded, kept)],
    inventory: [...(await tx.protections.inventory())],
  }
}

export const readProtection = (deps: ProtectionDeps, { tenant }: Asker) => deps.store.inTenant(tenant, view)

export const saveProtection = (deps: ProtectionDeps, asker: Asker, given: KeptProtection, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.protections.read()
    await tx.protections.save(given, asker.account, now)
    await tx.audit({
      at: now,
      tenant: asker.tenant,
      actor: asker.account,
      role: asker.roles[0] ?? 'system',
      action: 'protection.save',
      object: asker.tenant,
      purpose: 'data protection',
      result: 'ok',
      details: { before, after: given },
    })
    return { ok: true as const, body: await view(tx) }
  })

/** What every act of the five says of months or of the appeal; null where nothing is said. */
function recordingTerm(policy: ActPolicy | null): DataNotice['recording'] {
  const number = (key: PolicyKey) => {
    const value = said(policy, key)
    return typeof value === 'number' ? value : null
  }
  const until = said(policy, 'retention.until')
  const months = number('retention.video_months')
  if (until === 'months') return months === null ? null : { until, months }
  const filing = number('appeal.filing_days')
  const consideration = number('appeal.consideration_days')
  return until === 'appeal_considered' && filing !== null && consideration !== null
    ? { until, filing, consideration }
    : null
}

const saidPurposes = ['dispute', 'appeal', 'dishonesty'] as const

/** R3-0f, R1-1.1a: the purpose of proctoring is to record violations; the act may name more. */
export const readDataNotice = (deps: ProtectionDeps, tenant: TenantId): Promise<DataNotice> =>
  deps.store.inTenant(tenant, async (tx) => {
    const [institution, paper, recorded, act] = [
      await tx.institutions.own(),
      await tx.papers.setting(),
      await tx.protections.read(),
      await actOf(tx),
    ]
    const policy = act?.policy ?? null
    const purposes = said(policy, 'recording.purposes')
    return {
      operator: {
        name: paper?.name || institution.name,
        address: paper?.address ?? '',
        contact: recorded?.contact ?? '',
        register: recorded?.register ?? '',
      },
      act: act?.card.title ?? null,
      purposes: [
        'violations',
        ...saidPurposes.filter(
          (one) => Array.isArray(purposes) && (purposes as readonly unknown[]).includes(one),
        ),
      ],
      biometric: biometricUnder(policy),
      recording: recordingTerm(policy),
    }
  })
