import type { ActId } from '@ochno/domain/ids'
import type { ActCommand } from '@ochno/domain/lifecycle/act'
import type { ActPolicy } from '@ochno/domain/policy/act-policy'
import { type ExchangeProblem, readPolicy } from '@ochno/domain/policy/exchange'
import { preset } from '@ochno/domain/policy/presets'
import { type ActNumber, isActNumber } from '@ochno/domain/regulation/acts'
import type { Instant } from '@ochno/domain/time'
import type { ActEdition, EditionCard } from '../../ports/acts.ts'
import type { Tx } from '../../ports/store.ts'
import { cardAfter, cardOfPreset, closedFields, decideCommand, emptyCard, withItsDay } from './card.ts'
import { type ActDeps, entry, type Keeper, no } from './deps.ts'
import { turnWithin } from './turn-editions.ts'
import { actLine, actView } from './views.ts'

export const listActs = (deps: ActDeps, keeper: Keeper, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await turnWithin(tx, keeper.tenant, now)
    return { rows: (await tx.acts.list()).map(actLine) }
  })

export const readAct = (deps: ActDeps, keeper: Keeper, id: ActId, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await turnWithin(tx, keeper.tenant, now)
    const edition = await tx.acts.find(id)
    return edition ? { ok: true as const, body: actView(edition, keeper, now) } : no('not_found')
  })

export type NewAct =
  | { readonly from: 'preset'; readonly preset: ActNumber }
  | { readonly from: 'nothing'; readonly title: string }
  | { readonly from: 'edition'; readonly act: ActId }
  | { readonly from: 'file'; readonly title: string; readonly text: string }

type Begun = { readonly policy: ActPolicy; readonly card: EditionCard }
type BeginRefusal =
  | { readonly ok: false; readonly why: 'not_found' }
  | { readonly ok: false; readonly why: 'wrong_file'; readonly fields: readonly string[] }

/** The name of a policy that is none of the five acts. */
const OWN = 'own'

/** `line|parameter|clauses|why`: what the person who carries the file needs to find the place. */
const told = ({ line, key, clauses, why }: ExchangeProblem): string =>
  [line ?? '', (key ?? '').replaceAll('|', ' ').slice(0, 100), clauses.join(', ').slice(0, 100), why].join(
    '|',
  )

const MOST_PROBLEMS = 100

async function begin(tx: Tx, given: NewAct): Promise<{ ok: true; begun: Begun } | BeginRefusal> {
  switch (given.from) {
    case 'preset':
      return { ok: true, begun: { policy: preset(given.preset), card: cardOfPreset(given.preset) } }
    case 'nothing':
      return {
        ok: true,
        begun: { policy: { act: OWN, stated: {}, decisions: {} }, card: emptyCard(given.title) },
      }
    case 'edition': {
      const base = await tx.acts.find(given.act)
      if (!base) return no('not_found')
      return { ok: true, begun: { policy: base.policy, card: cardAfter(base.card) } }
    }
    case 'file': {
      const read = readPolicy(given.text)
      if (!read.ok)
        return { ok: false, why: 'wrong_file', fields: read.problems.slice(0, MOST_PROBLEMS).map(told) }
      const { act } = read.policy
      return {
        ok: true,
        begun: {
          policy: { ...read.policy, act: isActNumber(act) ? act : OWN },
          card: emptyCard(given.title),
        },
      }
    }
  }
}

export const createAct = (deps: ActDeps, keeper: Keeper, given: NewAct, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    // Holds the institution, so that two people at once get two numbers.
    await tx.institutions.own()
    const made = await begin(tx, given)
    if (!made.ok) return made
    const last = (await tx.acts.list())[0]?.edition ?? 0
    const edition: ActEdition = {
      ...made.begun,
      id: deps.ids.make('act'),
      edition: last + 1,
      state: 'draft',
      changedAt: now,
    }
    await tx.acts.add(edition)
    const details = {
      from: given.from,
      edition: edition.edition,
      preset: edition.policy.act,
      ...(given.from === 'edition' ? { base: given.act } : {}),
    }
    await tx.audit(entry(keeper, now, 'act.create', edition.id, details))
    return { ok: true as const, body: actView(edition, keeper, now) }
  })

export const changeCard = (deps: ActDeps, keeper: Keeper, id: ActId, given: EditionCard, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const before = await tx.acts.hold(id)
    if (!before) return no('not_found')
    if (before.state === 'superseded') return no('superseded')
    const card = withItsDay(given)
    const closed = closedFields(before, card)
    if (closed.length > 0) return { ok: false as const, why: 'card_closed', fields: closed }
    const after = { ...before, card, changedAt: now }
    await tx.acts.save(after)
    await tx.audit(entry(keeper, now, 'act.card', id, { before: before.card, after: card }))
    return { ok: true as const, body: actView(after, keeper, now) }
  })

export const moveAct = (deps: ActDeps, keeper: Keeper, id: ActId, command: ActCommand, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const before = await tx.acts.hold(id)
    if (!before) return no('not_found')
    const decided = decideCommand(before, keeper, command, now)
    if (!decided.ok) return no(asCode(decided.why))
    const after = { ...before, state: decided.event.to, changedAt: now }
    await tx.acts.save(after)
    const details = { from: before.state, to: after.state, clause: decided.event.clause }
    await tx.audit(entry(keeper, now, `act.${command}`, id, details))
    if (after.state === 'approved') await turnWithin(tx, keeper.tenant, now)
    return { ok: true as const, body: actView((await tx.acts.find(id)) ?? after, keeper, now) }
  })

const asCode = (why: string): string =>
  why === 'not_yours' ? 'forbidden' : why === 'councils_first' ? 'not_now' : why
