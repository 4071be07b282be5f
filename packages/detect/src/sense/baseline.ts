// How this person sits when all is well. It only ever makes a deviation smaller, never larger.
import type { Glance } from '../see/eye.ts'
import { limits } from './limits.ts'

type Face = NonNullable<Glance['face']>

/** Where the head and the irises stand when one looks at the screen, as the mesh gives them: three numbers, no picture. */
export type UsualPosture = { readonly yaw: number; readonly pitch: number; readonly across: number }
/** How the eyes stand out: their light to the cheeks', and their unrest. */
export type EyesSeen = { readonly light: number; readonly unrest: number }
export type Usual = {
  readonly surety: number
  readonly postures: readonly UsualPosture[]
  readonly eyes: EyesSeen
}

export const eyesOf = ({ colours }: Pick<Face, 'colours'>): EyesSeen => {
  const cheeks = (colours.cheekRight.luma + colours.cheekLeft.luma) / 2 + 1
  return {
    light: (colours.eyeRight.luma + colours.eyeLeft.luma) / 2 / cheeks,
    unrest: (colours.eyeRight.unrest + colours.eyeLeft.unrest) / 2,
  }
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

export const middlePosture = (faces: readonly UsualPosture[]): UsualPosture => ({
  yaw: middle(faces.map(({ yaw }) => yaw)),
  pitch: middle(faces.map(({ pitch }) => pitch)),
  across: middle(faces.map(({ across }) => across)),
})

/** A check that was made looking aside excuses no look aside. */
const isStraight = ({ yaw, across }: UsualPosture): boolean =>
  Math.abs(yaw) <= limits.straight && Math.abs(across) <= limits.gazeAcross

export class Baseline {
  readonly #first: Face[] = []
  readonly #checked: readonly UsualPosture[]
  #usual: Usual | null = null

  /** `checked`: of the equipment check, where one was made. */
  constructor(checked: UsualPosture | null = null) {
    this.#checked = checked && isStraight(checked) ? [checked] : []
  }

  /** Null until enough was seen. */
  take(face: Face): Usual | null {
    if (this.#usual) return this.#usual
    this.#first.push(face)
    if (this.#first.length < limits.baselineFrom) return null
    this.#usual = {
      surety: middle(this.#first.map(({ surety }) => surety)),
      eyes: {
        light: middle(this.#first.map((one) => eyesOf(one).light)),
        unrest: middle(this.#first.map((one) => eyesOf(one).unrest)),
      },
      postures: [middlePosture(this.#first.map(({ posture }) => posture)), ...this.#checked],
    }
    return this.#usual
  }
}

/** The smallest of what is seen and what is seen beyond each of the usual. */
export const beyond = (seen: number, ...usual: readonly number[]): number =>
  usual.reduce((least, one) => (Math.abs(seen - one) < Math.abs(least) ? seen - one : least), seen)
