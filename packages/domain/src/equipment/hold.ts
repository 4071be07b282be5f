// What the equipment holds against a start: the server asks it at the door, and the page says the same in words.
import { type Instant, isBefore, minutes } from '../time.ts'
import type { CheckItem } from './items.ts'
import type { Judged, Outcome } from './judge.ts'
import type { Minimums } from './minimums.ts'

export const equipmentHolds = [
  'equipment_refused',
  'equipment_no_camera',
  'equipment_no_microphone',
  'equipment_blurred',
  'equipment_unchecked',
  'equipment_unfinished',
  'equipment_not_confirmed',
  'risk_not_accepted',
] as const
export type EquipmentHold = (typeof equipmentHolds)[number]

type CheckStanding = {
  readonly at: Instant
  readonly rows: readonly Pick<Judged, 'item' | 'verdict'>[]
  readonly outcome: Outcome
  readonly acknowledgedAt: Instant | null
}

/** Without these nothing is recorded or seen, whatever anybody takes upon themselves. */
const blocking: Readonly<Partial<Record<CheckItem, EquipmentHold>>> = {
  camera: 'equipment_no_camera',
  microphone: 'equipment_no_microphone',
  wall: 'equipment_blurred',
}

/** Under every act: what blocks blocks, and what is below the minimum begins at the examinee's risk alone (001 6.3, 003 6.5, 004 8.4). */
export function equipmentHold(check: CheckStanding | null): EquipmentHold | null {
  const blocked = check?.rows.find(({ verdict }) => verdict === 'block')
  if (blocked) return blocking[blocked.item] ?? 'equipment_refused'
  return check?.outcome === 'accept_risk' ? 'risk_not_accepted' : null
}

/**
 * Where the act makes the examinee answer for the machine (001 4.1, 003 4.1.1, 004 6.2.1) the check of this very door is
 * made to its end and acknowledged: whoever passes it over would pass over the risk too.
 */
export function checkHold(
  check: CheckStanding | null,
  { answered, doorMinutes }: Pick<Minimums, 'answered' | 'doorMinutes'>,
  now: Instant,
): EquipmentHold | null {
  const held = equipmentHold(check)
  if (held || !answered) return held
  if (check === null || isBefore(check.at.add(minutes(doorMinutes)), now)) return 'equipment_unchecked'
  if (check.outcome === 'unfinished') return 'equipment_unfinished'
  return check.outcome === 'declare' || check.acknowledgedAt === null ? 'equipment_not_confirmed' : null
}
