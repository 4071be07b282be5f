import { roleMay } from '@ochno/domain/access/table'
import { type Brand, brands, minimumsOf } from '@ochno/domain/equipment/minimums'
import type { Place } from '@ochno/domain/equipment/judge'
import type { ExamId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ActInForce, BrowserVersions, PublishedRules } from '../../ports/equipment.ts'
import { type AskedPage, pageBody } from '../../ports/paging.ts'
import {
  type Asker,
  asking,
  askingOf,
  checkView,
  keptFor,
  type EquipmentDeps,
  no,
  placeFor,
  rulesView,
} from './deps.ts'

export const readMyEquipment = (
  deps: EquipmentDeps,
  asker: Asker,
  asked: { readonly place: Place; readonly session: SessionId | null; readonly device: string | null },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const { session } = asked
    if (session !== null && (await tx.sessions.find(session))?.examinee !== asker.account)
      return no('not_found')
    const { name } = await tx.institutions.own()
    const last = session
      ? await tx.equipment.ofSession(session, asker.account)
      : await tx.equipment.last(asker.account, placeFor(asker, asked.place))
    const need = await asking(tx, session)
    const kept = session && (await keptFor(tx, asker, asked.device, need, now))
    return {
      ok: true as const,
      body: {
        now: now.toString(),
        rules: rulesView(name, need),
        last: last && checkView(last),
        kept: kept && { at: kept.at, items: [...kept.items] },
      },
    }
  })

export const listChecks = (
  deps: EquipmentDeps,
  asker: Asker,
  asked: { readonly exam: ExamId | null; readonly find: string; readonly doubtful: boolean },
  page: AskedPage,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    // T-10: a proctor sees those they were assigned to, whoever else reads of everybody.
    const seesAll = asker.roles.some((role) => role !== 'proctor' && roleMay(role, 'equipment.read'))
    const found = await tx.equipment.list({ ...asked, proctor: seesAll ? null : asker.account }, page)
    return pageBody(found, ({ name, check }) => {
      const { facts: _, ...shown } = checkView(check)
      return { person: check.account, name, check: shown }
    })
  })

const versionsView = ({ newest, changedAt, behind }: BrowserVersions, act: ActInForce | null) => ({
  behind,
  actBehind: act && minimumsOf(act.policy).tolerance,
  newest: Object.fromEntries(brands.map((brand) => [brand, newest[brand] ?? null])) as Record<
    Brand,
    number | null
  >,
  changedAt: changedAt?.toString() ?? null,
})

export const readBrowsers = (deps: EquipmentDeps, tenant: TenantId) =>
  deps.store.inTenant(tenant, async (tx) =>
    versionsView(await tx.equipment.browsers(), await tx.equipment.actInForce()),
  )

export const changeBrowsers = (
  deps: EquipmentDeps,
  asker: Asker,
  given: { readonly newest: Readonly<Record<Brand, number | null>>; readonly behind?: number | undefined },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.equipment.browsers()
    const { newest, behind = before.behind } = given
    await tx.equipment.setBrowsers(newest, behind, now)
    await tx.audit({
      at: now,
      tenant: asker.tenant,
      actor: asker.account,
      role: asker.roles.includes('admin') ? 'admin' : 'support',
      action: 'equipment.browsers',
      object: asker.tenant,
      purpose: 'administration',
      result: 'ok',
      details: { before: before.newest, after: newest, behind: { before: before.behind, after: behind } },
    })
    return versionsView(await tx.equipment.browsers(), await tx.equipment.actInForce())
  })

export async function readRequirements(published: PublishedRules, institution: TenantId | null) {
  const found = await published(institution)
  return found
    ? {
        ok: true as const,
        body: {
          ...rulesView(found.institution, askingOf(found.act, found.behind)),
          instruction: `/api/public/instruction/${found.id}`,
        },
      }
    : no('not_found')
}
