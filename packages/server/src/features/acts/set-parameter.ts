import type { ActId } from '@ochno/domain/ids'
import { type ActPolicy, type Decided, decide, fits } from '@ochno/domain/policy/act-policy'
import type { Value } from '@ochno/domain/policy/parameter'
import type { PolicyKey } from '@ochno/domain/policy/schema'
import { says, saysWith } from '@ochno/domain/policy/setting'
import type { Instant } from '@ochno/domain/time'
import type { ActEdition } from '../../ports/acts.ts'
import { type ActDeps, entry, type Keeper, no } from './deps.ts'
import { actView } from './views.ts'

const without = <T extends object>(from: T, key: string): T =>
  Object.fromEntries(Object.entries(from).filter(([one]) => one !== key)) as T

type Change = { readonly ok: true; readonly policy: ActPolicy } | { readonly ok: false; readonly why: string }

const change = (
  deps: ActDeps,
  keeper: Keeper,
  id: ActId,
  key: PolicyKey,
  now: Instant,
  what: { readonly action: string; readonly to: (edition: ActEdition) => Change },
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const before = await tx.acts.hold(id)
    if (!before) return no('not_found')
    const made = what.to(before)
    if (!made.ok) return no(made.why)
    const after = { ...before, policy: made.policy, changedAt: now }
    await tx.acts.save(after)
    const known = ({ stated, decisions }: ActPolicy) => stated[key] ?? decisions[key] ?? null
    const details = { key, before: known(before.policy), after: known(after.policy) }
    await tx.audit(entry(keeper, now, what.action, id, details))
    return { ok: true as const, body: actView(after, keeper, now) }
  })

/** Fills what the act is silent about, or takes that back; while the edition lives, for silence is found late (R0-7.4). */
export const decideParameter = (
  deps: ActDeps,
  keeper: Keeper,
  at: { readonly act: ActId; readonly key: PolicyKey },
  decided: Decided | null,
  now: Instant,
) =>
  change(deps, keeper, at.act, at.key, now, {
    action: 'act.decide',
    to: ({ state, policy }) => {
      if (state === 'superseded') return no('superseded')
      if (decided === null)
        return { ok: true, policy: { ...policy, decisions: without(policy.decisions, at.key) } }
      const made = decide(policy, at.key, decided)
      return made.ok || made.why === 'act_says' ? made : no('wrong_value')
    },
  })

export type Statement = {
  readonly value: Value
  readonly clauses: readonly string[]
  readonly quote: string
  readonly note: string | null
}

/** What the text of a draft says; a decision about the same matter ends, for the act goes before it. */
export const stateParameter = (
  deps: ActDeps,
  keeper: Keeper,
  at: { readonly act: ActId; readonly key: PolicyKey },
  stated: Statement | null,
  now: Instant,
) =>
  change(deps, keeper, at.act, at.key, now, {
    action: 'act.state',
    to: ({ state, policy }) => {
      if (state !== 'draft') return no('not_a_draft')
      if (stated === null) return { ok: true, policy: { ...policy, stated: without(policy.stated, at.key) } }
      if (!fits(at.key, stated.value)) return no('wrong_value')
      const { value, clauses, quote, note } = stated
      const said = { ...(note ? saysWith(note, value, ...clauses) : says(value, ...clauses)), quote }
      return {
        ok: true,
        policy: {
          ...policy,
          stated: { ...policy.stated, [at.key]: said },
          decisions: without(policy.decisions, at.key),
        },
      }
    },
  })
