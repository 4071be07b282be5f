// Every parameter of an act (requirements 2). A key that is not here does not exist.
import { appeal, decision, people, services } from './groups/after.ts'
import { application, consent, identity } from './groups/before.ts'
import { recording, room, staff } from './groups/exam.ts'
import { institution, scope } from './groups/institution.ts'
import { equipment, failure, materials } from './groups/rules.ts'
import type { Group, Parameter } from './parameter.ts'

const all = {
  ...institution,
  ...scope,
  ...application,
  ...consent,
  ...identity,
  ...staff,
  ...recording,
  ...room,
  ...materials,
  ...equipment,
  ...failure,
  ...decision,
  ...appeal,
  ...people,
  ...services,
} as const

export type PolicyKey = keyof typeof all

export const parameters: Readonly<Record<PolicyKey, Parameter>> = all
export const policyKeys = Object.keys(all) as readonly PolicyKey[]
export const isPolicyKey = (key: string): key is PolicyKey => Object.hasOwn(all, key)

export const groups: readonly Group[] = [...new Set(policyKeys.map((key) => parameters[key].group))]
export const keysOf = (group: Group): readonly PolicyKey[] =>
  policyKeys.filter((key) => parameters[key].group === group)
