// 004 1.3: every software component of the proctoring system is in the register of Russian programmes.
import type { ServiceCard } from './card.ts'
import { lacksRegistry } from './origin.ts'

export type SoftwareStanding = {
  /** Nobody wrote down what the proctoring system consists of. */
  readonly unknown: boolean
  readonly missing: readonly string[]
}

export function proctoringSoftware(cards: readonly ServiceCard[]): SoftwareStanding {
  const components = cards.filter(({ families }) => families.includes('proctoring'))
  return {
    unknown: components.length === 0,
    missing: components.filter(lacksRegistry).map(({ name }) => name),
  }
}
