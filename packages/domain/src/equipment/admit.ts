import type { Item, Proof } from './prove.ts'

export type Standing = Proof | 'declared'

export type EquipmentRecord = {
  readonly items: Readonly<Partial<Record<Item, Standing>>>
  /** Still to be declared before the start. */
  readonly toDeclare: readonly Item[]
  /** Below the minimum: starting needs the examinee's acceptance of the risk, kept with the session (001 6.3, 004 8.4). */
  readonly belowMinimum: readonly Item[]
  readonly outcome: 'fit' | 'declare' | 'accept_risk' | 'refused'
}

/** What was proven and what the examinee declared, side by side. A telephone is refused, not risked (004 5.5). */
export function equipmentRecord(
  proofs: Readonly<Partial<Record<Item, Proof>>>,
  declared: readonly Item[],
  riskAccepted: boolean,
): EquipmentRecord {
  const items: Partial<Record<Item, Standing>> = {}
  const toDeclare: Item[] = []
  const belowMinimum: Item[] = []
  for (const [name, found] of Object.entries(proofs)) {
    const item = name as Item
    items[item] = found === 'unproven' && declared.includes(item) ? 'declared' : found
    if (items[item] === 'unproven') toDeclare.push(item)
    if (found === 'failed') belowMinimum.push(item)
  }
  const outcome =
    items.device === 'failed'
      ? 'refused'
      : toDeclare.length > 0
        ? 'declare'
        : belowMinimum.length > 0 && !riskAccepted
          ? 'accept_risk'
          : 'fit'
  return { items, toDeclare, belowMinimum, outcome }
}

export type Purpose =
  | 'proctored_session'
  | 'consent'
  | 'chat'
  | 'schedule'
  | 'appeal'
  | 'video_conference'
  | 'practice'

/** 004 forbids telephones for the proctored session; 002 asks that everything else work on them (TR-23). */
export const mobileRefused = (purpose: Purpose, mobileAllowed: boolean): boolean =>
  purpose === 'proctored_session' && !mobileAllowed
