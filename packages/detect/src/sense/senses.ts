// Glances -> signals. Signals become hints in @ochno/domain/hint, under the rules of the exam.
import type { BlindReason, Measured, Sensor, Signal } from '@ochno/domain/hint/signal'
import type { Glance } from '../see/eye.ts'
import type { UsualPosture } from './baseline.ts'
import { FaceSense } from './face-sense.ts'
import { type CameraFacts, PictureSense, usualCamera, withoutPicture } from './picture-sense.ts'
import { ThingsSense } from './things-sense.ts'

export class Senses {
  readonly #face: FaceSense
  readonly #picture = new PictureSense()
  readonly #things = new ThingsSense()
  camera: CameraFacts = usualCamera

  constructor(checked: UsualPosture | null = null) {
    this.#face = new FaceSense(checked)
  }

  take(glance: Glance): readonly Signal[] {
    const at = Math.round(glance.at)
    const face = this.#face.take(glance)
    return [
      this.#picture.take(glance, this.camera),
      face === 'poor_picture' ? null : face,
      this.#things.take(glance),
    ]
      .filter((seen): seen is NonNullable<typeof seen> => seen !== null)
      .map((seen) => signal(at, seen))
      .concat(face === 'poor_picture' ? [blind(at, 'face', 'poor_picture')] : [])
  }

  /** No picture came: what the page says of the camera is all there is. */
  nothing(at: number): readonly Signal[] {
    return this.camera.track === 'live' ? [] : [signal(Math.round(at), withoutPicture(this.camera))]
  }
}

/** Numbered by its moment, which never goes back within one page. */
const signal = (at: number, seen: Measured): Signal => ({ no: at, at, ...seen })
const blind = (at: number, sensor: Sensor, why: BlindReason): Signal => ({
  no: at,
  at,
  on: 'blind',
  sensor,
  why,
})
