// Under what numbers signals become hints: the acts' and the institution's from the policy, the sensors' own from their calibration.
import type { ListingAct } from '../incident/violation.ts'
import { type EffectivePolicy, isSaid, numberOf } from '../policy/effective.ts'
import type { PolicyKey } from '../policy/schema.ts'
import type { Sensor } from './signal.ts'

/** How the sensors measure, not what the acts forbid: versioned, the same for everybody in an exam (R0-2.2.3b). */
export type Calibration = {
  readonly version: string
  /** A sensor silent for longer than this is blind. */
  readonly silentMs: Readonly<Record<Sensor, number>>
  /** Hints of one rule closer than this are one hint. */
  readonly mergeMs: number
  /** Between the threshold and this much short of it a hint goes on but none begins. */
  readonly hysteresis: { readonly degrees: number; readonly share: number; readonly confidence: number }
  readonly confidence: { readonly phone: number; readonly book: number; readonly headphones: number }
}

export const calibration1: Calibration = {
  version: '1',
  silentMs: {
    face: 4_000,
    objects: 70_000,
    picture: 3_000,
    sound: 3_000,
    screen: 10_000,
    browser: 30_000,
    link: 30_000,
  },
  mergeMs: 2_000,
  hysteresis: { degrees: 5, share: 0.01, confidence: 0.05 },
  confidence: { phone: 0.3, book: 0.3, headphones: 0.3 },
}

export type HintSettings = {
  /** Null: an act without a list of its own, which leaves the whole catalogue to people and machine alike. */
  readonly act: ListingAct | null
  readonly policy: EffectivePolicy
  readonly calibration: Calibration
}

/** Seconds, minutes or none. A duration nobody set switches the rule off: silence is not a threshold (TR-65). */
export type Least =
  | 'at_once'
  | { readonly seconds: PolicyKey }
  /** The act names the deed and no duration: where nobody set one either, at once. */
  | { readonly secondsIfSet: PolicyKey }
  | { readonly minutes: PolicyKey }
  | { readonly moreThanMinutes: PolicyKey }

export function leastMs(least: Least, policy: EffectivePolicy): number | null {
  if (least === 'at_once') return 0
  if ('seconds' in least) return times(numberOf(policy, least.seconds), 1_000)
  if ('secondsIfSet' in least) return times(numberOf(policy, least.secondsIfSet), 1_000) ?? 0
  if ('minutes' in least) return times(numberOf(policy, least.minutes), 60_000)
  const over = times(numberOf(policy, least.moreThanMinutes), 60_000)
  // Where no absence is allowed, a face lost for a moment is none yet.
  return over === null
    ? null
    : Math.max(over + 1, times(numberOf(policy, 'detect.face_absent_s'), 1_000) ?? 0)
}

const times = (value: number | null, unit: number): number | null => (value === null ? null : value * unit)

/** Whether the policy demands what a rule watches; no word means the clause of the act alone does. */
export const isAsked = (policy: EffectivePolicy, key: PolicyKey | undefined): boolean =>
  key === undefined || isSaid(policy, key, true) || isSaid(policy, key, 'required')

const lists = (act: string): act is ListingAct => act === '001' || act === '003' || act === '004'

/** Null: no act rules the exam, so nobody said what may be watched and the machine watches nothing. */
export const settingsOfExam = (act: string | null, policy: EffectivePolicy): HintSettings | null =>
  act === null ? null : { act: lists(act) ? act : null, policy, calibration: calibration1 }
