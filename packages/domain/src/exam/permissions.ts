// What the examinees of an exam may do and have: the card read through the policy it was published under.
import type { ViolationCode } from '../incident/catalogue.ts'
import { type ExamPermissions, nothingPermitted } from '../incident/permitted.ts'
import type { ListingAct } from '../incident/violation.ts'
import { allowedMaterials, type Material } from '../materials/allowed.ts'
import { type EffectivePolicy, isSaid } from '../policy/effective.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { ExamCard } from './card.ts'

const listing: readonly string[] = ['001', '003', '004'] satisfies readonly ListingAct[]
const isListing = (act: string): act is ListingAct => listing.includes(act)

/** A ban that the exam lifted: the codes that then speak of a permitted thing. */
const lifted: readonly (readonly [PolicyKey, ViolationCode])[] = [
  ['materials.reference', 'reference_materials'],
  ['materials.gadgets', 'gadgets'],
  ['devices.virtual_machine', 'virtual_machine'],
]

export const materialsOf = (act: string, card: ExamCard): readonly Material[] =>
  isListing(act)
    ? allowedMaterials({ act, subject: card.materials, switches: card.switches.map(({ name }) => name) })
    : []

export function permissionsOf(act: string, card: ExamCard, policy: EffectivePolicy): ExamPermissions {
  const byExam = (key: PolicyKey) => policy[key].origin.from === 'exam' && isSaid(policy, key, 'allowed')
  return {
    ...nothingPermitted,
    switches: Object.fromEntries(card.switches.map(({ name, limitSeconds }) => [name, { limitSeconds }])),
    allowedSoftware: card.software,
    materials: materialsOf(act, card).map(({ id }) => id),
    multipleDevices: isSaid(policy, 'devices.second_monitor_keyboard_mouse', 'allowed'),
    headphones: isSaid(policy, 'devices.headphones', 'allowed'),
    glanceDown: policy['gaze.keyboard_exception'].value !== null,
    tasks: card.tasks,
    delivery: card.delivery.to === 'installed' ? 'installed_application' : 'lms',
    switchedOff: lifted.flatMap(([key, code]) => (byExam(key) ? [code] : [])),
  }
}
