// What the check of a trial found that has to be mended: verdicts of the equipment check itself, weighed as advice to one person.
import type { CheckItem } from '../equipment/items.ts'
import type { Judged } from '../equipment/judge.ts'
import type { Weight } from './mend.ts'

/** `why` is null where it was not looked at. */
export type MendItem = { readonly item: CheckItem; readonly why: string | null; readonly weight: Weight }

/** Without these nothing is recorded, whoever answers for the machine. */
const recorded: readonly CheckItem[] = ['recorder', 'camera', 'microphone', 'share']

/**
 * `must` is what the door would hold back for: what blocks, a screen that is not shown whole, and what was not looked at, where
 * the examinee answers for the machine (`answered`) or nothing could be recorded without it. What may be gone past at one's own
 * risk `should` be mended. What a person says alone is said at the door.
 */
export function machineToMend(
  rows: readonly Pick<Judged, 'item' | 'verdict' | 'why'>[],
  answered: boolean,
): readonly MendItem[] {
  const found = rows.flatMap((row): readonly MendItem[] => {
    const weight = weightOf(row, answered)
    return weight ? [{ item: row.item, why: row.verdict === 'unchecked' ? null : row.why, weight }] : []
  })
  return [
    ...found.filter(({ weight }) => weight === 'must'),
    ...found.filter(({ weight }) => weight === 'should'),
  ]
}

function weightOf({ item, verdict }: Pick<Judged, 'item' | 'verdict'>, answered: boolean): Weight | null {
  switch (verdict) {
    case 'block':
      return 'must'
    case 'risk':
      return item === 'share' ? 'must' : 'should'
    case 'unchecked':
      return answered || recorded.includes(item) ? 'must' : 'should'
    case 'ok':
    case 'declare':
    case 'declared':
      return null
  }
}
