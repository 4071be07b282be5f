// What can not be watched at this moment, and why: said once a second, as long as it is so.
import type { BlindReason, Sensor, Signal } from '@ochno/domain/hint/signal'
import type { ModelName } from '../models.ts'

const EVERY_MS = 1_000
/** So long without a picture from a camera that lives, and the recorder gives none: a browser that records without frames. */
const NO_PICTURE_MS = 5_000

export type Sight = {
  /** Networks that are not there and will not come. */
  readonly missing: readonly ModelName[]
  readonly tooSlow: boolean
  readonly lastPicture: number
}

export class Blindness {
  #said = Number.NEGATIVE_INFINITY

  at(at: number, { missing, tooSlow, lastPicture }: Sight): readonly Signal[] {
    if (at - this.#said < EVERY_MS) return []
    this.#said = at
    const no = Math.round(at)
    const blind = (sensor: Sensor, why: BlindReason): Signal => ({ no, at: no, on: 'blind', sensor, why })
    if (at - lastPicture >= NO_PICTURE_MS)
      return (['face', 'objects', 'picture'] as const).map((sensor) => blind(sensor, 'switched_off'))
    if (tooSlow) return (['face', 'objects'] as const).map((sensor) => blind(sensor, 'too_slow'))
    return [
      ...(missing.includes('faces') || missing.includes('mesh') ? [blind('face', 'no_model')] : []),
      ...(missing.includes('things') ? [blind('objects', 'no_model')] : []),
    ]
  }
}
