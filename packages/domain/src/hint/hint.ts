import type { ViolationCode } from '../incident/catalogue.ts'
import type { About } from '../incident/observation.ts'
import type { BlindReason, Moment, Sensor } from './signal.ts'

/** An interval somebody should look at. It carries no verdict, no severity and no author: marks are made by people. */
export type Hint = {
  readonly id: string
  readonly rule: string
  readonly code: ViolationCode
  readonly from: Moment
  /** The moment the sensor last saw it, or first saw it gone. */
  readonly to: Moment
  readonly ongoing: boolean
  /** The strongest of the signals, 0 to 1. */
  readonly strength: number
  readonly about?: About
  readonly name?: string
  /** The signals that made it, by their numbers at the sensor. */
  readonly made: readonly Made[]
}

export type Made = { readonly sensor: Sensor; readonly first: number; readonly last: number }

/** A time nobody watched. Shown to the proctor as a technical fact. */
export type Blindness = {
  readonly sensor: Sensor
  readonly from: Moment
  readonly to: Moment
  readonly why: BlindReason | 'silent'
  readonly ongoing: boolean
}
