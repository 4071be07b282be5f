// R0-2.2.3b without naming anybody: a group of a few people is not shown, and neither is what it could be counted back from.

/** Engineering proposals, not numbers of an act. */
export const reportLimits = {
  /** People in a group that is shown. */
  leastGroup: 5,
} as const

export type Sized = { readonly people: number }

export type Shown<G extends Sized> = {
  readonly shown: readonly G[]
  /** How many groups stay hidden. Their sizes are told neither apart nor together. */
  readonly hidden: number
}

/**
 * The total of everybody is known, so hidden groups must be many enough together, or the total less the shown ones is the
 * hidden one: the smallest shown group is hidden with them.
 */
export function shownGroups<G extends Sized>(
  groups: readonly G[],
  least: number,
  /** How many people are behind these groups: whoever is in two of them is one person. */
  peopleOf: (groups: ReadonlySet<G>) => number,
): Shown<G> {
  const some = groups.filter(({ people }) => people > 0)
  const hidden = new Set(some.filter(({ people }) => people < least))
  while (hidden.size > 0 && hidden.size < some.length && peopleOf(hidden) < least) {
    const [smallest] = some.filter((group) => !hidden.has(group)).toSorted((a, b) => a.people - b.people)
    if (smallest) hidden.add(smallest)
  }
  return { shown: some.filter((group) => !hidden.has(group)), hidden: hidden.size }
}
