import type { CheckFacts } from '@ochno/contract/equipment'
import { type Judged, judge, outcomeOf, type Place } from '@ochno/domain/equipment/judge'
import type { CheckId, SessionId } from '@ochno/domain/ids'
import { type Instant, isBefore, minutes } from '@ochno/domain/time'
import type { EquipmentCheck } from '../../ports/equipment.ts'
import type { JudgeUnkept, Said } from '../../ports/judging.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, asking, checkView, type EquipmentDeps, keptFor, no, placeFor, shownOf } from './deps.ts'

/** A step made this soon after the one before belongs to the same check. */
const SITTING = minutes(20)

async function judged(tx: Tx, facts: CheckFacts, place: Place, session: SessionId | null) {
  const { act, need, extra } = await asking(tx, session)
  const { newest } = await tx.equipment.browsers()
  const rows = judge(need, facts, { newest, tolerance: need.tolerance }, place, extra)
  return { act, rows, answered: need.answered }
}

/** What is taken upon oneself of what was found, and what comes of it. */
function takenUpon(found: readonly Judged[], said: Said) {
  const { rows, outcome } = outcomeOf(found, said)
  return {
    rows,
    outcome,
    declared: rows.filter(({ verdict }) => verdict === 'declared').map(({ item }) => item),
    riskTaken: said.risk && rows.some(({ verdict }) => verdict === 'risk'),
  }
}

/** A trial is judged as the door judges, and nothing of it is written down. */
export const judgeUnkept: JudgeUnkept = async (tx, { session, facts, said }, now) => {
  const { act, rows: found, answered } = await judged(tx, facts, 'examinee', session)
  const after = takenUpon(found, said ?? { declared: [], risk: false })
  const check = {
    ...after,
    session,
    place: 'examinee' as const,
    at: now,
    act: act && { id: act.id, title: act.title },
    facts,
    acknowledgedAt: said && now,
    taken: null,
  }
  return { shown: shownOf(check), rows: after.rows, answered }
}

export const saveCheck = (
  deps: EquipmentDeps,
  asker: Asker,
  given: {
    readonly place: Place
    readonly session: SessionId | null
    readonly facts: CheckFacts
    readonly device: string | null
    readonly shorter: boolean
  },
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const place = placeFor(asker, given.place)
    if (given.session !== null) {
      const session = await tx.sessions.find(given.session)
      if (session?.examinee !== asker.account) return no('not_found')
    }
    const kept =
      given.session !== null && given.shorter
        ? await keptFor(tx, asker, given.device, await asking(tx, given.session), now)
        : null
    // Whoever tries the sound again is believed now, not what was heard before.
    const facts = kept?.toneHeard ? { toneHeard: true, ...given.facts } : given.facts
    const { act, rows: found } = await judged(tx, facts, place, given.session)
    const { rows, outcome } = outcomeOf(found, { declared: kept?.declared ?? [], risk: false })
    const last = await tx.equipment.last(asker.account, place)
    const same =
      last !== null &&
      last.acknowledgedAt === null &&
      last.session === given.session &&
      isBefore(now, last.at.add(SITTING))
    const check: EquipmentCheck = {
      id: same ? last.id : deps.ids.make('chk'),
      account: asker.account,
      session: given.session,
      place,
      at: now,
      act: act && { id: act.id, title: act.title },
      facts,
      rows,
      outcome,
      declared: [],
      riskTaken: false,
      acknowledgedAt: null,
      device: given.device,
      taken: takenOf(kept, given.facts, rows),
    }
    await tx.equipment.put(check)
    return { ok: true as const, body: checkView(check) }
  })

/** Only what this check asks for at all, and what was not made anew in it. */
function takenOf(
  kept: Awaited<ReturnType<typeof keptFor>>,
  given: CheckFacts,
  rows: readonly Judged[],
): EquipmentCheck['taken'] {
  const items = kept?.items.filter((item) =>
    item === 'speakers'
      ? given.toneHeard === undefined && rows.some((row) => row.item === item)
      : rows.some((row) => row.item === item && row.verdict === 'declared'),
  )
  return kept && items?.length ? { check: kept.check, at: kept.at, items } : null
}

/** R1-4.1d, R1-6.3b: kept with the check it was given for, and in the journal. */
export const acknowledgeCheck = (deps: EquipmentDeps, asker: Asker, id: CheckId, taken: Said, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.equipment.hold(id)
    if (before?.account !== asker.account) return no('not_found')
    const last = await tx.equipment.last(asker.account, before.place)
    if (last?.id !== before.id) return no('newer_check')
    const { rows } = await judged(tx, before.facts as CheckFacts, before.place, before.session)
    const check: EquipmentCheck = {
      ...before,
      ...takenUpon(rows, { ...taken, declared: [...taken.declared, ...(before.taken?.items ?? [])] }),
      acknowledgedAt: now,
    }
    await tx.equipment.put(check)
    await tx.audit({
      at: now,
      tenant: asker.tenant,
      actor: asker.account,
      role: before.place === 'examinee' ? 'examinee' : (asker.roles[0] ?? 'examinee'),
      action: 'equipment.acknowledge',
      object: id,
      purpose: 'equipment',
      result: 'ok',
      details: {
        act: check.act?.id ?? null,
        responsibility: true,
        declared: check.declared,
        taken: check.taken,
        riskTaken: check.riskTaken,
        below: check.rows
          .filter(({ verdict }) => verdict === 'risk')
          .map(({ item, why }) => `${item}.${why}`),
        outcome: check.outcome,
      },
    })
    return { ok: true as const, body: checkView(check) }
  })
