// What the advice before the exam is given by: how many faces, where the largest is, how the light falls. No picture is kept.
import type { SeatSeen } from '@ochno/domain/equipment/seat'
import type { Glance } from '../see/eye.ts'
import { limits } from './limits.ts'

type Size = { readonly width: number; readonly height: number }

export class SeatSense {
  #seen: SeatSeen = { faces: null, box: null, light: null }

  /** Null where this glance says nothing new of it. */
  take({ faces, face, light }: Glance, { width, height }: Size): SeatSeen | null {
    const found = faces?.filter(({ score }) => score >= limits.face) ?? null
    const largest = found?.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
    // The mesh knows the face to the pixel; until it does the detector's own box is near enough.
    const at = face?.posture.box ?? largest
    this.#seen = {
      faces: found ? found.length : this.#seen.faces,
      box: at
        ? { x: at.x / width, y: at.y / height, width: at.width / width, height: at.height / height }
        : found?.length === 0
          ? null
          : this.#seen.box,
      light: light ? { mean: light.mean, face: light.face, around: light.around } : this.#seen.light,
    }
    return found || face ? this.#seen : null
  }
}
