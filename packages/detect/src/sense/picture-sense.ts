import type { PictureSignal } from '@ochno/domain/hint/signal'
import type { Glance } from '../see/eye.ts'
import { isCovered } from './face-sense.ts'
import { Held } from './held.ts'
import { limits } from './limits.ts'

/** What the page knows of its camera and the network, beside the picture. */
export type CameraFacts = Pick<PictureSignal, 'track' | 'quality' | 'virtualCamera'>

export const usualCamera: CameraFacts = { track: 'live', quality: 'good', virtualCamera: false }

export class PictureSense {
  readonly #cover = new Held()
  readonly #backlight = new Held()
  readonly #uneven = new Held()
  readonly #lamp = new Held()
  readonly #sides: number[] = []
  readonly #faceLight: number[] = []
  #behind = false
  #nobody = true
  #part = 1
  #moved = false

  /** Null where the light was not looked at. */
  take({ at, light, faces, face }: Glance, camera: CameraFacts): PictureSignal | null {
    if (face) {
      this.#nobody = false
      const { cheekLeft, cheekRight } = face.colours
      this.#part = evenness(cheekLeft.luma, cheekRight.luma)
      if (Math.abs(face.posture.yaw) < limits.gazeYawMost) this.#lampOn(cheekLeft.luma, cheekRight.luma, at)
    } else if (faces) this.#nobody = !faces.some(({ score }) => score >= limits.face)
    if (!light) return null
    const flat = this.#nobody && isCovered(light)
    const covered = this.#cover.for(limits.coverMs, flat, at)
    const { face: onFace, around } = light
    this.#behind = onFace !== null && around !== null && this.#isFromBehind(onFace, around)
    const uneven = !this.#nobody && this.#part < limits.unevenPart
    return {
      on: 'picture',
      ...camera,
      cover: covered ? 'whole' : 'none',
      dark: light.mean < limits.dark && !flat,
      // In the dark and under a hand even a camera's noise stands still.
      frozen:
        !flat &&
        light.mean >= limits.dark &&
        (light.replayed || (light.moved !== null && light.moved < limits.frozen)),
      backlight: this.#backlight.for(limits.lightMs, this.#behind, at),
      uneven: this.#uneven.for(limits.unevenMs, uneven, at),
      lightMoved: this.#moved,
    }
  }

  /** A dark skin before a light wall is no backlight: the face has to be darker than it was here, or as good as black. */
  #isFromBehind(face: number, around: number): boolean {
    if (this.#faceLight.length < limits.baselineFrom) this.#faceLight.push(face)
    const usual = this.#faceLight.toSorted((a, b) => a - b)[this.#faceLight.length >> 1] as number
    const step = this.#behind ? limits.backlightStep * limits.backlightStill : limits.backlightStep
    const lost = face < limits.backlightBlack || face < usual * limits.backlightLess
    return around - face > step && face < limits.backlightFace && lost
  }

  /** A turned head shades itself; only a straight one tells where the lamp is. */
  #lampOn(left: number, right: number, at: number): void {
    const side = Math.log((left + 1) / (right + 1))
    if (this.#sides.length < limits.baselineFrom * 2) {
      this.#sides.push(side)
      return
    }
    const usual = this.#sides.toSorted((a, b) => a - b)[limits.baselineFrom] as number
    this.#moved = this.#lamp.for(limits.lampMs, Math.abs(side - usual) > limits.lampStep, at)
  }
}

/** The darker half of the face to the lighter one; a face too dark as a whole says nothing of its halves. */
const evenness = (a: number, b: number): number => (Math.max(a, b) < 60 ? 1 : Math.min(a, b) / Math.max(a, b))

/** A camera that gives nothing to look at still is a fact. */
export const withoutPicture = (camera: CameraFacts): PictureSignal => ({
  on: 'picture',
  ...camera,
  cover: 'none',
  dark: false,
  frozen: false,
  backlight: false,
  uneven: false,
  lightMoved: false,
})
