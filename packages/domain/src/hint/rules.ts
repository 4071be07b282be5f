import { catalogue, type ViolationCode } from '../incident/catalogue.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { CatalogueEntry, ListingAct } from '../incident/violation.ts'
import type { Rule, Sight } from './rule.ts'
import { faceRules, objectRules, pictureRules } from './rules-camera.ts'
import { browserRules, linkRules, screenRules } from './rules-screen.ts'
import { soundRules } from './rules-sound.ts'
import { type HintSettings, isAsked, leastMs } from './settings.ts'
import type { Measured, Sensor } from './signal.ts'

const all = [
  ...faceRules,
  ...objectRules,
  ...pictureRules,
  ...soundRules,
  ...screenRules,
  ...browserRules,
  ...linkRules,
]

export type ActiveRule = {
  readonly rule: string
  readonly on: Sensor
  readonly code: ViolationCode
  readonly leastMs: number
  readonly look: (seen: Measured) => Sight
}

/** Whether an act knows a code at all: what it does not list is not hinted at under it. */
export const isListed = (code: ViolationCode, act: ListingAct | null): boolean =>
  act === null || (catalogue[code] as CatalogueEntry).clauses[act] !== undefined

/** Rules that wait for a measurement nobody makes: nobody is told that a machine looks for these. */
export const unmeasured: readonly string[] = ['headphones', 'not_in_session']

/** Every code that some rule hints at which something measures, under whichever act. */
export const hintedCodes: readonly ViolationCode[] = [
  ...new Set(all.filter(({ rule }) => !unmeasured.includes(rule)).map(({ code }) => code)),
]

/** Every parameter of a policy that some rule asks for: what a browser needs to watch by. */
export const askedKeys: readonly PolicyKey[] = [
  ...new Set(
    all.flatMap(({ least, asked }): PolicyKey[] => [
      ...(least === 'at_once' ? [] : (Object.values(least) as PolicyKey[])),
      ...(asked ? [asked] : []),
    ]),
  ),
  'detect.head_yaw_deg',
  'detect.head_pitch_deg',
  'camera.face_min_fraction',
]

/** The rules in force: of the act, with a duration that somebody set. */
export const activeRules = (settings: HintSettings): readonly ActiveRule[] =>
  all.flatMap(({ rule, on, code, least, asked, look }): ActiveRule[] => {
    const ms = leastMs(least, settings.policy)
    if (ms === null || !isListed(code, settings.act) || !isAsked(settings.policy, asked)) return []
    const sees = look as Rule['look'] as (seen: Measured, settings: HintSettings) => Sight
    return [{ rule, on, code, leastMs: ms, look: (seen) => sees(seen, settings) }]
  })
