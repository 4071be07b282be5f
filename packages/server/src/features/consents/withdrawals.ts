// P-14 as people see it: what became of each exam, and what the institution still has to do.
import type { WithdrawalView } from '@ochno/contract/withdrawals'
import { roleMay } from '@ochno/domain/access/table'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import { type Asker, lines, no } from '../../ports/asking.ts'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Tx } from '../../ports/store.ts'
import type { Relatives } from '../../ports/relatives.ts'
import type { ExitRoute, KnownEffect, WithdrawalId } from '../../ports/withdrawals.ts'
import { type On, recordingLeft } from './recording-left.ts'
import { tellRoute } from './tell-withdrawal.ts'

export type WithdrawalDeps = {
  readonly store: Store
  readonly ids: Ids
  readonly relatives: Relatives
}

const entry = lines({ purpose: 'consent', prefix: 'consent.' })

async function onDay(tx: Tx, now: Instant): Promise<On> {
  const { zone } = await tx.institutions.own()
  return { zone, today: now.toZonedDateTimeISO(zone).toPlainDate(), calendar: await tx.calendar.effective() }
}

async function views(
  tx: Tx,
  effects: readonly KnownEffect[],
  on: On,
  reader: AccountId,
): Promise<readonly WithdrawalView[]> {
  const choices = (await tx.consents.settings())?.alternatives ?? []
  const rows: WithdrawalView[] = []
  for (const one of effects)
    rows.push({
      id: one.id,
      account: one.account,
      name: one.name,
      session: one.session,
      exam: { id: one.exam, title: one.examTitle, opensAt: one.opensAt.toString() },
      kind: one.kind,
      phase: one.phase,
      withdrawnAt: one.withdrawnAt.toString(),
      doBy: one.doBy?.toString() ?? null,
      collected: { ...one.collected, goneAt: one.collected.goneAt?.toString() ?? null },
      givenAgain: one.givenAgain,
      choices: [...choices],
      route: one.route && { ...one.route, at: one.route.at.toString() },
      recording: one.phase === 'before' ? { is: 'none' } : await recordingLeft(tx, one.session, on, reader),
    })
  return rows
}

/** Children under 18 alone: a grown-up's withdrawal is no business of a parent. */
async function inCare(relatives: Relatives, tx: Tx, account: AccountId, now: Instant) {
  const children = new Set<AccountId>()
  for (const link of await tx.consents.representations(account)) {
    const child = link.child as AccountId
    if (link.representative === account && (await relatives(tx, child, now)).includes(account))
      children.add(child)
  }
  return [...children]
}

export const listMyWithdrawals = ({ store, relatives }: WithdrawalDeps, asker: Asker, now: Instant) =>
  store.inTenant(asker.tenant, async (tx) => {
    const people = [asker.account, ...(await inCare(relatives, tx, asker.account, now))]
    return {
      rows: [...(await views(tx, await tx.withdrawals.list(people), await onDay(tx, now), asker.account))],
    }
  })

export const listWithdrawals = ({ store }: WithdrawalDeps, asker: Asker, now: Instant) =>
  store.inTenant(asker.tenant, async (tx) => {
    const on = await onDay(tx, now)
    return {
      today: on.today.toString(),
      rows: [...(await views(tx, await tx.withdrawals.list(null), on, asker.account))],
      mayChoose: asker.roles.some((role) => roleMay(role, 'consent.manage')),
    }
  })

export const chooseExitRoute = (
  { store, ids, relatives }: WithdrawalDeps,
  asker: Asker,
  id: WithdrawalId,
  chosen: { readonly way: ExitRoute; readonly note: string },
  now: Instant,
) =>
  store.inTenant(asker.tenant, async (tx) => {
    const found = await tx.withdrawals.find(id)
    if (!found) return no('not_found')
    await tx.consents.hold(found.account)
    const again = await tx.withdrawals.find(id)
    if (again?.phase !== 'before' || again.givenAgain) return no('not_now')
    const offered = (await tx.consents.settings())?.alternatives ?? []
    if (chosen.way !== 'own_order' && !offered.includes(chosen.way)) return no('way_not_offered')
    await tx.withdrawals.choose(id, { ...chosen, by: asker.account, at: now })
    for (const to of [found.account, ...(await relatives(tx, found.account, now))])
      await tellRoute(ids, tx, to, found, chosen, now)
    await tx.audit(entry(asker, now, 'route', found.session, { withdrawal: id, ...chosen }))
    return { ok: true as const, body: {} }
  })
