import type { ObjectsSignal } from '@ochno/domain/hint/signal'
import type { Glance } from '../see/eye.ts'
import type { Thing, ThingName } from '../see/thing-boxes.ts'
import { limits } from './limits.ts'

type Sighting = { readonly persons: number; readonly phone: number; readonly book: number }
const LOOKS = 3

/** What two of the last three looks agree on: one look alone takes a shadow for a telephone. */
export class ThingsSense {
  #last: readonly Sighting[] = []
  readonly #shelf: number[] = []

  take({ things }: Glance): ObjectsSignal | null {
    if (!things) return null
    this.#last = [...this.#last, sighting(things)].slice(-LOOKS)
    const seen = this.#last.at(-1)?.book ?? 0
    if (this.#shelf.length < LOOKS) this.#shelf.push(seen)
    const furniture = Math.max(...this.#shelf)
    const agreed = (of: (one: Sighting) => number) => this.#last.map(of).toSorted((a, b) => b - a)[1] ?? 0
    return {
      on: 'objects',
      persons: agreed(({ persons }) => persons),
      phone: agreed(({ phone }) => phone),
      book: agreed(({ book }) => (book >= furniture + limits.bookMore ? book : 0)),
      headphones: null,
    }
  }
}

function sighting(things: readonly Thing[]): Sighting {
  const best = (wanted: ThingName) =>
    things.reduce((most, { name, score }) => (name === wanted ? Math.max(most, score) : most), 0)
  return {
    persons: things.filter(({ name, score }) => name === 'person' && score >= limits.person).length,
    // A second computer is a gadget too, and the network is a little readier to see one.
    phone: Math.max(best('phone'), best('laptop') - limits.laptopLess),
    book: best('book'),
  }
}
