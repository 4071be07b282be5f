// From an empty installation to an institution that may hold exams: what is there already and what is still missing.
import type { InstitutionKind } from './parts.ts'

export const setupSteps = [
  'kind',
  'details',
  'zone',
  'branches',
  'units',
  'programmes',
  'act',
  'unregulated',
] as const
export type SetupStep = (typeof setupSteps)[number]

/** Steps that «у нас этого нет» or «оставить как есть» answers as well as an entry does. */
export const answerable = ['zone', 'branches', 'units', 'programmes'] as const satisfies readonly SetupStep[]
export type Answerable = (typeof answerable)[number]

export type SetupFacts = {
  readonly kind: InstitutionKind | null
  /** Fields of the letterhead that are still empty. */
  readonly emptyDetails: readonly string[]
  readonly answered: readonly Answerable[]
  readonly branches: number
  readonly units: number
  readonly programmes: number
  /** The act that is prepared or in force; null: none was begun. */
  readonly act: { readonly inForce: boolean; readonly undecided: number } | null
}

export type StepStanding = {
  readonly step: SetupStep
  readonly done: boolean
  /** Codes of what is missing; empty when done. */
  readonly missing: readonly string[]
}

const entered = (facts: SetupFacts, step: Answerable, count: number): readonly string[] =>
  count > 0 || facts.answered.includes(step) ? [] : ['nothing_entered']

const missingOf: Readonly<Record<SetupStep, (facts: SetupFacts) => readonly string[]>> = {
  kind: ({ kind }) => (kind === null ? ['kind'] : []),
  details: ({ emptyDetails }) => emptyDetails,
  zone: (facts) => (facts.answered.includes('zone') ? [] : ['not_confirmed']),
  branches: (facts) => entered(facts, 'branches', facts.branches),
  units: (facts) => entered(facts, 'units', facts.units),
  programmes: (facts) => entered(facts, 'programmes', facts.programmes),
  act: ({ act }) => (act === null ? ['no_act'] : act.inForce ? [] : ['not_in_force']),
  unregulated: ({ act }) => (act === null ? ['no_act'] : act.undecided > 0 ? ['undecided'] : []),
}

export const setupStanding = (facts: SetupFacts): readonly StepStanding[] =>
  setupSteps.map((step) => {
    const missing = missingOf[step](facts)
    return { step, done: missing.length === 0, missing }
  })

/** Where somebody who comes back goes on; null when nothing is missing. */
export const nextStep = (standing: readonly StepStanding[]): SetupStep | null =>
  standing.find(({ done }) => !done)?.step ?? null
