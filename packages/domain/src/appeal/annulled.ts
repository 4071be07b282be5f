type Considered = { readonly verdict: { readonly annulled: readonly string[] } | null }

/** Marks a commission took off count nowhere any more. */
export const annulledMarks = (appeals: readonly Considered[]): ReadonlySet<string> =>
  new Set(appeals.flatMap(({ verdict }) => verdict?.annulled ?? []))
