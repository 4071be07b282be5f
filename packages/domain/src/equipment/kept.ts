// What a check at the door takes from a full one made before on the same device, and what it measures again.
import { type Instant, isBefore, minutes } from '../time.ts'
import type { Facts } from './facts.ts'
import type { CheckItem } from './items.ts'
import type { Judged } from './judge.ts'
import type { Minimums } from './minimums.ts'

/** What does not change in the same computer in a few days; all else is measured or said again. */
const lasting: readonly CheckItem[] = ['ram', 'cpu', 'speakers']

export type FullCheck = {
  readonly at: Instant
  /** A mark that the browser of that device keeps for itself; null: it keeps none. */
  readonly device: string | null
  readonly facts: Facts
  readonly rows: readonly Pick<Judged, 'item' | 'verdict'>[]
  readonly acknowledgedAt: Instant | null
}

export type Kept = {
  readonly toneHeard: boolean
  readonly declared: readonly CheckItem[]
}

const DAY_MINUTES = 24 * 60

/** Null: nothing stands, and the whole list is gone through. What was found wanting is looked at again. */
export function keptOf(
  full: FullCheck | null,
  device: string | null,
  { freshDays }: Pick<Minimums, 'freshDays'>,
  now: Instant,
): Kept | null {
  if (full === null || device === null || full.device !== device || full.acknowledgedAt === null) return null
  if (isBefore(full.at.add(minutes(freshDays * DAY_MINUTES)), now)) return null
  const declared = full.rows.flatMap(({ item, verdict }) =>
    verdict === 'declared' && lasting.includes(item) ? [item] : [],
  )
  const toneHeard = full.facts.toneHeard === true
  return toneHeard || declared.length > 0 ? { toneHeard, declared } : null
}
