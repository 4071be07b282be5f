import type { EquipmentRecord } from '../equipment/admit.ts'
import { type Acknowledgement, type PublishedText, stillToRead } from './acknowledgement.ts'
import { type AdditionalRequirement, unconfirmed } from './additional.ts'

export type BeforeStart = {
  readonly person: string
  readonly rules: PublishedText
  readonly read: readonly Acknowledgement[]
  readonly requirements: readonly AdditionalRequirement[]
  readonly confirmed: readonly string[]
  readonly equipment: EquipmentRecord
}

export type StartObstacle =
  | 'rules_not_read'
  | 'requirement_not_confirmed'
  | 'equipment_not_declared'
  | 'risk_not_accepted'
  | 'equipment_refused'

/** Everything that the rules, the institution's own requirements and the equipment still hold against a start. */
export function startObstacles(before: BeforeStart): readonly StartObstacle[] {
  const why: StartObstacle[] = []
  if (stillToRead(before.person, [before.rules], before.read).length > 0) why.push('rules_not_read')
  if (unconfirmed(before.requirements, before.confirmed).length > 0) why.push('requirement_not_confirmed')
  const { outcome } = before.equipment
  if (outcome === 'declare') why.push('equipment_not_declared')
  if (outcome === 'accept_risk') why.push('risk_not_accepted')
  if (outcome === 'refused') why.push('equipment_refused')
  return why
}
