// What is watched in one exam and what is left to people: the same rules that make the hints, read out beforehand.
import { type Accommodation, coveredBy } from '../accommodation/accommodation.ts'
import { catalogue, type ViolationCode, violationCodes } from '../incident/catalogue.ts'
import { counts, type Verdict } from '../incident/observation.ts'
import { type ExamPermissions, judge, mayGlanceDown } from '../incident/permitted.ts'
import { activeRules, isListed, unmeasured } from './rules.ts'
import type { HintSettings } from './settings.ts'
import type { Sensor } from './signal.ts'

export type Watched = {
  readonly code: ViolationCode
  readonly sensor: Sensor
  readonly verdict: Verdict
}

const wordOf = (
  code: ViolationCode,
  rules: ExamPermissions,
  conditions: readonly Accommodation[],
): Verdict => {
  const all = [judge({ code }, rules), coveredBy({ code }, conditions)]
  const strongest =
    all.find(({ verdict }) => verdict === 'permitted') ?? all.find(({ verdict }) => verdict === 'unsure')
  if (strongest) return strongest
  return code === 'gaze_off_screen' && mayGlanceDown(rules)
    ? { verdict: 'unsure', because: ['glance_down'] }
    : counts
}

const measured = (settings: HintSettings) =>
  activeRules(settings).filter(({ rule }) => !unmeasured.includes(rule))

/** Each code once, with the first sensor that looks for it. */
export function watchedUnder(
  settings: HintSettings,
  rules: ExamPermissions,
  conditions: readonly Accommodation[],
): readonly Watched[] {
  const seen = new Map<ViolationCode, Sensor>()
  for (const { code, on } of measured(settings)) if (!seen.has(code)) seen.set(code, on)
  return [...seen].map(([code, sensor]) => ({ code, sensor, verdict: wordOf(code, rules, conditions) }))
}

/** On the list of the act, and no machine looks for it here. */
export function leftToPeople(settings: HintSettings): readonly ViolationCode[] {
  const machine = new Set(measured(settings).map(({ code }) => code))
  return violationCodes.filter(
    (code) => isListed(code, settings.act) && !machine.has(code) && !('partOf' in catalogue[code]),
  )
}

/** Without the detector nobody looks at the picture, and nobody knows whose voice it is. */
const eyes: readonly Sensor[] = ['face', 'objects', 'picture']
const voices: readonly ViolationCode[] = ['third_party_conversation', 'reading_questions_aloud']

/** Codes that the machine looks for in this exam and could not on this computer: no form says that they did not happen (TR-73). */
export function unseenOn(
  settings: HintSettings,
  machine: { readonly tellsMonitors: boolean; readonly detector: string | null } | null,
): readonly ViolationCode[] {
  const blind = (sensor: Sensor, code: ViolationCode): boolean => {
    if (machine === null) return true
    if (eyes.includes(sensor) || voices.includes(code)) return machine.detector === null
    return code === 'additional_monitor' && !machine.tellsMonitors
  }
  const rules = measured(settings)
  const codes = [...new Set(rules.map(({ code }) => code))]
  return codes.filter((code) => rules.filter((rule) => rule.code === code).every(({ on }) => blind(on, code)))
}
