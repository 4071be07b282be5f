import type { ViolationCode } from './catalogue.ts'
import { type About, counts, type Observation, type Verdict } from './observation.ts'
import { isNeverPermitted, type PermissionSwitch, permissionSwitches } from './permissions.ts'

export type AllowedSoftware = { readonly kind: 'site' | 'messenger' | 'software'; readonly name: string }

/** Kinds of work that make eyes leave the screen (001 6.6, 003 6.8.1, 004 8.7.1). */
export type TaskNeeds = {
  readonly textInput: boolean
  readonly extendedAnswer: boolean
  readonly draft: boolean
  readonly calculator: boolean
}

/** What the rules of one exam permit. Silence of the act is off (TR-57). */
export type ExamPermissions = {
  /** A switch that is on, with the longest time it covers where the institution set one (TR-57). */
  readonly switches: Readonly<Partial<Record<PermissionSwitch, { readonly limitSeconds: number | null }>>>
  readonly allowedSoftware: readonly AllowedSoftware[]
  readonly materials: readonly string[]
  readonly othersInRoom: boolean
  readonly multipleDevices: boolean
  readonly headphones: boolean
  readonly glanceDown: boolean
  readonly tasks: TaskNeeds
  readonly delivery: 'lms' | 'installed_application'
  /** Codes that the rules of this exam switch off, each by an override with an author and a ground. */
  readonly switchedOff: readonly ViolationCode[]
}

export const nothingPermitted: ExamPermissions = {
  switches: {},
  allowedSoftware: [],
  materials: [],
  othersInRoom: false,
  multipleDevices: false,
  headphones: false,
  glanceDown: false,
  tasks: { textInput: false, extendedAnswer: false, draft: false, calculator: false },
  delivery: 'lms',
  switchedOff: [],
}

/** Where a switch permits only a part of a code, the part (requirements 2.3). */
const partOf: Partial<Record<PermissionSwitch, Partial<Record<ViolationCode, About>>>> = {
  allow_websites: { unauthorized_sites_apps: 'site', focus_switch: 'site' },
  allow_books: { reference_materials: 'book', gaze_off_screen: 'workplace' },
  allow_drafts: { gaze_off_screen: 'workplace' },
  allow_messengers: { unauthorized_sites_apps: 'messenger', focus_switch: 'messenger' },
  allow_calculator: { gadgets: 'calculator', gaze_off_screen: 'workplace' },
  allow_excel: { unauthorized_sites_apps: 'excel', focus_switch: 'excel' },
}

const yes = (by: string): Verdict => ({ verdict: 'permitted', because: [by] })

function bySwitch(name: PermissionSwitch, limit: number | null, seen: Observation): Verdict {
  const permits: readonly ViolationCode[] = permissionSwitches[name].permits
  if (!permits.includes(seen.code)) return counts
  if (limit !== null && (seen.seconds ?? 0) > limit) return counts
  const part = partOf[name]?.[seen.code]
  if (part === undefined || part === seen.about) return yes(name)
  return seen.about === undefined ? { verdict: 'unsure', because: [name] } : counts
}

/** A host permits itself and what lies under it, nothing that merely ends alike. */
const isUnder = (host: string, allowed: string): boolean => host === allowed || host.endsWith(`.${allowed}`)

function byAllowList(list: readonly AllowedSoftware[], seen: Observation): boolean {
  const name = seen.name?.toLowerCase()
  if (name === undefined) return false
  return list.some((entry) =>
    entry.kind === 'site' ? isUnder(name, entry.name.toLowerCase()) : name === entry.name.toLowerCase(),
  )
}

const softwareCodes: readonly ViolationCode[] = ['unauthorized_sites_apps', 'focus_switch']
const windowCodes: readonly ViolationCode[] = ['focus_switch', 'browser_not_fullscreen']
const deviceCodes: readonly ViolationCode[] = [
  'additional_monitor',
  'additional_keyboard',
  'additional_pointing_device',
]

/** Eyes may leave the screen for the keyboard or the workplace only if the rules allow it AND the tasks need it (R1-6.6b). */
export const mayGlanceDown = (rules: Pick<ExamPermissions, 'glanceDown' | 'tasks'>): boolean =>
  rules.glanceDown && Object.values(rules.tasks).some((needed) => needed)

function byExamRules(rules: ExamPermissions, seen: Observation): readonly string[] {
  const { code } = seen
  const because: string[] = []
  if (softwareCodes.includes(code) && byAllowList(rules.allowedSoftware, seen))
    because.push('allowed_software')
  if (code === 'other_people_in_room' && rules.othersInRoom) because.push('others_in_room')
  if (deviceCodes.includes(code) && rules.multipleDevices) because.push('multi_devices')
  if (code === 'headphones' && rules.headphones) because.push('headphones')
  if (code === 'gaze_off_screen' && seen.about === 'workplace' && mayGlanceDown(rules))
    because.push('glance_down')
  if ((code === 'reference_materials' || code === 'gadgets') && seen.name !== undefined)
    if (rules.materials.includes(seen.name)) because.push('materials')
  if (windowCodes.includes(code) && rules.delivery === 'installed_application')
    because.push('installed_application')
  return because
}

/** What the rules of the exam make of something seen. An override speaks for a whole code; a switch never for what none may permit. */
export function judge(seen: Observation, rules: ExamPermissions): Verdict {
  if (rules.switchedOff.includes(seen.code)) return yes('exam_override')
  if (isNeverPermitted(seen.code)) return counts
  // A head bent over the keyboard or the draft may go where the eyes may go.
  if (seen.code === 'head_turned_away' && seen.about === 'workplace')
    return judge({ ...seen, code: 'gaze_off_screen' }, rules)
  const because = [...byExamRules(rules, seen)]
  const unsure: string[] = []
  for (const [name, setting] of Object.entries(rules.switches)) {
    const verdict = bySwitch(name as PermissionSwitch, setting.limitSeconds, seen)
    if (verdict.verdict === 'permitted') because.push(...verdict.because)
    if (verdict.verdict === 'unsure') unsure.push(...verdict.because)
  }
  if (because.length > 0) return { verdict: 'permitted', because }
  return unsure.length > 0 ? { verdict: 'unsure', because: unsure } : counts
}
