// The papers of proctors, and what the act in force still misses in them.
import type { ProctorCardGiven, ProctorCardKept, ProctorLine } from '@ochno/contract/appointments'
import { officeEnters } from '@ochno/domain/appointment/own-word'
import { eligibilityState, stepCounted } from '@ochno/domain/appointment/standing'
import { isExternal, noPapers, type ProctorPapers, papersStanding } from '@ochno/domain/appointment/papers'
import type { ProctorRules, Variant } from '@ochno/domain/appointment/proctor'
import { proctorRulesOf } from '@ochno/domain/appointment/proctor-rules'
import type { PlainDate } from '@ochno/domain/calendar/working-days'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { settingOf } from '@ochno/domain/policy/act-policy'
import { type Instant, later } from '@ochno/domain/time'
import type { StoredStanding, WatchAhead } from '../../ports/appointments.ts'
import type { Tx } from '../../ports/store.ts'
import { dateOf, entry, type InstitutionDeps, type Keeper, no, todayOf } from './deps.ts'

export async function rulesInForce(tx: Tx): Promise<ProctorRules | null> {
  const edition = (await tx.acts.list()).find(({ state }) => state === 'effective')
  if (!edition) return null
  return proctorRulesOf(edition.policy.act, (key) => {
    const setting = settingOf(edition.policy, key)
    return 'value' in setting ? setting.value : null
  })
}

const stepView = ({ deed, from, why, byName, at }: StoredStanding) => ({
  deed,
  from,
  why,
  by: byName,
  at: at.toString(),
})

type Proctor = {
  readonly person: ProctorLine['person']
  readonly papers: ProctorPapers | null
  readonly steps: readonly StoredStanding[]
  readonly ahead: readonly WatchAhead[]
}

function lineOf(
  { person, papers, steps, ahead }: Proctor,
  rules: ProctorRules | null,
  today: PlainDate,
): ProctorLine {
  const standing = (variant: Variant) => papersStanding(papers, rules, variant, today)
  return {
    person,
    card: (papers ?? noPapers) as ProctorCardKept,
    state: eligibilityState({ papers, rules, steps, today }),
    standing: steps.map(stepView).toReversed(),
    ahead: ahead.map(({ exam, title, opensAt, people }) => ({
      exam: { id: exam, title },
      opensAt: opensAt.toString(),
      people,
    })),
    missing: {
      sync: [...standing('sync').missing],
      async: [...standing('async').missing],
      offline: [...standing('offline').missing],
    },
    warnings: [...standing('sync').warnings],
  }
}

/** The first moment of a day where the institution is. */
export async function beginningOf(tx: Tx, day: string): Promise<Instant> {
  const zone = (await tx.institutions.look())?.zone ?? 'UTC'
  return dateOf(day).toZonedDateTime({ timeZone: zone, plainTime: '00:00' }).toInstant()
}

/** Exams of which somebody is left without a proctor by what is written against this one. */
export async function leftAlone(
  tx: Tx,
  id: AccountId,
  steps: readonly StoredStanding[],
  now: Instant,
): Promise<readonly WatchAhead[]> {
  const against = stepCounted(steps, await todayOf(tx, now))
  if (against === null || against.deed === 'reinstate') return []
  const last = steps.at(-1)
  const back = last?.deed === 'reinstate' ? await beginningOf(tx, last.from) : null
  return tx.appointments.ahead(id, later(now, await beginningOf(tx, against.from)), back)
}

export async function proctorLine(
  tx: Tx,
  person: ProctorLine['person'],
  rules: ProctorRules | null,
  now: Instant,
): Promise<ProctorLine> {
  const id = person.id as AccountId
  const today = await todayOf(tx, now)
  const steps = await tx.appointments.standing(id)
  const ahead = await leftAlone(tx, id, steps, now)
  return lineOf({ person, papers: await tx.appointments.papers(id), steps, ahead }, rules, today)
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
        rows.push(await proctorLine(tx, { id, name: fullName }, rules, now))
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
    if ((await tx.appointments.standing(id)).at(-1)?.deed === 'dismiss') return no('proctor_dismissed')
    const before = await tx.appointments.papers(id)
    const after = officeEnters(before ?? noPapers, papers)
    if (!after) return no('own_word_needed')
    await tx.appointments.setPapers(id, after, keeper.account, now)
    await tx.audit(entry(keeper, now, 'proctor.papers', id, { before, after }))
    const person = { id, name: account.fullName }
    return { ok: true as const, body: await proctorLine(tx, person, await rulesInForce(tx), now) }
  })
