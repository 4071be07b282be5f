// F-004-8: whether the conditions of admission may be printed as looked at (R4-3.8d).
import type { SessionId } from '@ochno/domain/ids'
import type { Condition } from '@ochno/domain/scheduling/admission'

/** «by_hand»: of somebody nobody stated what to look at, or a late original waits. */
export type Looked = 'met' | 'open' | 'by_hand'

export function lookedAt(
  stated: readonly { readonly session: SessionId; readonly conditions: readonly Condition[] }[],
  coming: readonly SessionId[],
  lateOpen: boolean,
): Looked {
  if (stated.some(({ conditions }) => conditions.some(({ met }) => met !== true))) return 'open'
  const of = new Set(stated.filter(({ conditions }) => conditions.length > 0).map(({ session }) => session))
  return of.size > 0 && coming.every((id) => of.has(id)) && !lateOpen ? 'met' : 'by_hand'
}
