// The papers of proctors, and what the act in force still misses in them.
import type { ProctorCardGiven, ProctorLine } from '@ochno/contract/appointments'
import { isExternal, noPapers, type ProctorPapers, papersStanding } from '@ochno/domain/appointment/papers'
import type { ProctorRules, Variant } from '@ochno/domain/appointment/proctor'
import { proctorRulesOf } from '@ochno/domain/appointment/proctor-rules'
import type { PlainDate } from '@ochno/domain/calendar/working-days'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { settingOf } from '@ochno/domain/policy/act-policy'
import type { Instant } from '@ochno/domain/time'
import type { Tx } from '../../ports/store.ts'
import { entry, type InstitutionDeps, type Keeper, no, todayOf } from './deps.ts'

async function rulesInForce(tx: Tx): Promise<ProctorRules | null> {
  const edition = (await tx.acts.list()).find(({ state }) => state === 'effective')
  if (!edition) return null
  return proctorRulesOf(edition.policy.act, (key) => {
    const setting = settingOf(edition.policy, key)
    return 'value' in setting ? setting.value : null
  })
}

function lineOf(
  person: ProctorLine['person'],
  papers: ProctorPapers | null,
  rules: ProctorRules | null,
  today: PlainDate,
): ProctorLine {
  const standing = (variant: Variant) => papersStanding(papers, rules, variant, today)
  return {
    person,
    card: (papers ?? noPapers) as ProctorCardGiven,
    missing: {
      sync: [...standing('sync').missing],
      async: [...standing('async').missing],
      offline: [...standing('offline').missing],
    },
    warnings: [...standing('sync').warnings],
  }
}

export const listProctors = (
  { store }: InstitutionDeps,
  tenant: TenantId,
  branch: string | null,
  now: Instant,
) =>
  store.inTenant(tenant, async (tx) => {
    const today = await todayOf(tx, now)
    const rules = await rulesInForce(tx)
    const rows: ProctorLine[] = []
    for (const { id, fullName, disabledAt } of await tx.accounts.list('', 'proctor'))
      if (disabledAt === null && (branch === null || (await tx.people.find(id))?.branch?.id === branch))
        rows.push(lineOf({ id, name: fullName }, await tx.appointments.papers(id), rules, today))
    return { today: today.toString(), demanded: rules !== null, rows }
  })

export const setProctorCard = (
  { store }: InstitutionDeps,
  keeper: Keeper,
  id: AccountId,
  papers: ProctorCardGiven,
  now: Instant,
) =>
  store.inTenant(keeper.tenant, async (tx) => {
    const account = await tx.accounts.find(id)
    if (!account) return no('not_found')
    if (!account.roles.includes('proctor')) return no('not_a_proctor')
    if (isExternal(papers) && account.roles.length > 1) return no('external_has_roles')
    if (papers.contract && papers.contract.to < papers.contract.from) return no('ends_before_it_begins')
    const before = await tx.appointments.papers(id)
    await tx.appointments.setPapers(id, papers, keeper.account, now)
    await tx.audit(entry(keeper, now, 'proctor.papers', id, { before, after: papers }))
    const today = await todayOf(tx, now)
    const person = { id, name: account.fullName }
    return { ok: true as const, body: lineOf(person, papers, await rulesInForce(tx), today) }
  })
