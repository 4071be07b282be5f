import { catalogue, type ViolationCode, violationCodes } from './catalogue.ts'
import type { ExamPermissions } from './permitted.ts'
import type { CatalogueEntry, ListingAct } from './violation.ts'

/** The section of each act whose items bring a negative result. */
const section: Record<ListingAct, string> = { '001': '6.', '003': '6.', '004': '8.' }

const clauseOf = (code: ViolationCode, act: ListingAct): string | undefined =>
  (catalogue[code] as CatalogueEntry).clauses[act]

/** The violations an act knows: a proctor has no other word to mark. */
export const codesOf = (act: ListingAct): readonly ViolationCode[] =>
  violationCodes.filter((code) => clauseOf(code, act) !== undefined)

/** The codes of the act's list of violations itself: section 6, in 004 section 8. */
export const listedCodes = (act: ListingAct): readonly ViolationCode[] =>
  codesOf(act).filter((code) =>
    (clauseOf(code, act) as string).split(', ').some((c) => c.startsWith(section[act]) && !c.endsWith(')')),
  )

/** Frozen with the policy of the exam: the act's codes, without those its rules switch off, and the exam's own rules. */
export type MarkSet = { readonly codes: readonly ViolationCode[]; readonly ownRules: readonly string[] }

export const markSet = (
  act: ListingAct,
  rules: Pick<ExamPermissions, 'switchedOff'>,
  ownRules: readonly string[],
): MarkSet => ({ codes: codesOf(act).filter((code) => !rules.switchedOff.includes(code)), ownRules })

export const mayMark = (set: MarkSet, what: string): boolean =>
  set.ownRules.includes(what) || set.codes.some((code) => code === what)

/** 001 lets the rules of an exam speak only where the clause itself says so (TR-64). */
const yielding001: readonly ViolationCode[] = [
  'other_people_in_room',
  'unauthorized_sites_apps',
  'reference_materials',
  'gadgets',
  'additional_monitor',
  'additional_keyboard',
  'additional_pointing_device',
  'headphones',
  'gaze_off_screen',
]

export type Override = {
  readonly code: ViolationCode
  readonly change: 'off' | 'kept_as_event'
  readonly author: string
  readonly ground: string
}

export type OverrideRefusal = 'not_listed' | 'act_does_not_yield' | 'no_author' | 'no_ground'

/** «Если иное прямо не предусмотрено правилами прохождения конкретного аттестационного испытания» (003 6.1, 004 8). */
export function refuseOverride(act: ListingAct, override: Override): OverrideRefusal | null {
  if (!listedCodes(act).includes(override.code)) return 'not_listed'
  if (act === '001' && !yielding001.includes(override.code)) return 'act_does_not_yield'
  if (override.author.trim() === '') return 'no_author'
  return override.ground.trim() === '' ? 'no_ground' : null
}

export type PermissionName =
  | 'switches'
  | 'allowedSoftware'
  | 'othersInRoom'
  | 'multipleDevices'
  | 'headphones'
  | 'glanceDown'
  | 'drafts'
  | 'ownBriefNotes'
  | 'subjectMaterials'

/** What the rules of an exam may permit under each act; what a clause forbids outright is not in its list. */
const offered: Record<ListingAct, readonly PermissionName[]> = {
  '001': [
    'allowedSoftware',
    'othersInRoom',
    'multipleDevices',
    'headphones',
    'glanceDown',
    'drafts',
    'ownBriefNotes',
    'subjectMaterials',
  ],
  '003': ['allowedSoftware', 'othersInRoom', 'multipleDevices', 'headphones', 'glanceDown', 'drafts'],
  '004': [
    'switches',
    'allowedSoftware',
    'othersInRoom',
    'multipleDevices',
    'headphones',
    'glanceDown',
    'drafts',
  ],
}

export const offeredPermissions = (act: ListingAct): readonly PermissionName[] => offered[act]

/** What an exam asks for that its act does not offer. */
export function notOffered(act: ListingAct, rules: ExamPermissions): readonly PermissionName[] {
  const asked: PermissionName[] = []
  if (Object.keys(rules.switches).length > 0) asked.push('switches')
  if (rules.allowedSoftware.length > 0) asked.push('allowedSoftware')
  if (rules.othersInRoom) asked.push('othersInRoom')
  if (rules.multipleDevices) asked.push('multipleDevices')
  if (rules.headphones) asked.push('headphones')
  if (rules.glanceDown) asked.push('glanceDown')
  return asked.filter((name) => !offered[act].includes(name))
}
