// How this person sits when all is well. It only ever makes a deviation smaller, never larger.
import type { Glance } from '../see/eye.ts'
import { limits } from './limits.ts'

type Face = NonNullable<Glance['face']>
export type Usual = {
  readonly yaw: number
  readonly pitch: number
  readonly across: number
  readonly surety: number
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number

export class Baseline {
  readonly #first: Face[] = []
  #usual: Usual | null = null

  /** Null until enough was seen. */
  take(face: Face): Usual | null {
    if (this.#usual) return this.#usual
    this.#first.push(face)
    if (this.#first.length < limits.baselineFrom) return null
    const of = (value: (face: Face) => number) => middle(this.#first.map(value))
    this.#usual = {
      yaw: of(({ posture }) => posture.yaw),
      pitch: of(({ posture }) => posture.pitch),
      across: of(({ posture }) => posture.across),
      surety: of(({ surety }) => surety),
    }
    return this.#usual
  }
}

/** The smaller of what is seen and what is seen beyond the usual. */
export const beyond = (seen: number, usual: number): number =>
  Math.abs(seen - usual) < Math.abs(seen) ? seen - usual : seen
