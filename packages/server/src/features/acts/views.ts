// An edition as people see it: each parameter with its standing, its clause and the words of the clause.
import { type ActView, actCommands, type SettingView } from '@ochno/contract/acts'
import { type ActPolicy, settingOf, undecided } from '@ochno/domain/policy/act-policy'
import { warningsOf } from '@ochno/domain/policy/contradictions'
import type { Value } from '@ochno/domain/policy/parameter'
import { quoteOfClause } from '@ochno/domain/policy/quotes'
import { type PolicyKey, policyKeys } from '@ochno/domain/policy/schema'
import type { Setting } from '@ochno/domain/policy/setting'
import type { Instant } from '@ochno/domain/time'
import type { ActEdition } from '../../ports/acts.ts'
import { decideCommand } from './card.ts'
import type { Keeper } from './deps.ts'

const plain = (value: Value): boolean | number | string | string[] =>
  typeof value === 'object' ? [...value] : value

export function settingView(
  preset: string,
  key: PolicyKey,
  setting: Setting,
  needed: ReadonlySet<PolicyKey>,
): SettingView {
  switch (setting.state) {
    case 'act':
      return {
        key,
        state: 'act',
        value: plain(setting.value),
        clauses: [...setting.clauses],
        note: setting.note ?? null,
        quotes: setting.quote
          ? [{ clause: setting.clauses.join(', '), text: setting.quote }]
          : setting.clauses.flatMap((clause) => {
              const text = quoteOfClause(preset, clause)
              return text === null ? [] : [{ clause, text }]
            }),
      }
    case 'decision':
      return { key, state: 'decision', value: plain(setting.value), ground: setting.ground }
    case 'open':
      return { key, state: 'open', needed: needed.has(key) }
    case 'capped':
      return {
        key,
        state: 'capped',
        value: plain(setting.value),
        law: setting.law,
        said: setting.said === null ? null : plain(setting.said),
      }
  }
}

export const neededOf = (policy: ActPolicy): ReadonlySet<PolicyKey> => new Set(undecided(policy))

export const actLine = (edition: ActEdition) => ({
  id: edition.id,
  edition: edition.edition,
  title: edition.card.title,
  preset: edition.policy.act,
  state: edition.state,
  effectiveFrom: edition.card.effectiveFrom,
  undecided: undecided(edition.policy).length,
  warnings: warningsOf(edition.policy).length,
  changedAt: edition.changedAt.toString(),
})

/** A command is offered when it is the turn of this person; what is still missing is said when it is given. */
const offered = (edition: ActEdition, keeper: Keeper, now: Instant) =>
  actCommands.filter((command) => {
    const outcome = decideCommand(edition, keeper, command, now)
    return outcome.ok || !['not_now', 'not_yours', 'councils_first'].includes(outcome.why)
  })

export function actView(edition: ActEdition, keeper: Keeper, now: Instant): ActView {
  const { policy, card } = edition
  const needed = neededOf(policy)
  return {
    ...actLine(edition),
    card: {
      ...card,
      steps: card.steps.map((step) => ({ ...step })),
      grounds: card.grounds.map((ground) => ({ ...ground })),
      otherActs: [...card.otherActs],
    },
    settings: policyKeys.map((key) => settingView(policy.act, key, settingOf(policy, key), needed)),
    warnings: warningsOf(policy).map(({ trap, keys, ru, en }) => ({ trap, keys: [...keys], ru, en })),
    commands: offered(edition, keeper, now),
  }
}
