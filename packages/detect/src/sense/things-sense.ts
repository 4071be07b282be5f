import type { ObjectsSignal } from '@ochno/domain/hint/signal'
import type { Glance } from '../see/eye.ts'
import type { Thing, ThingName } from '../see/thing-boxes.ts'
import { limits } from './limits.ts'

type Sighting = { readonly persons: number; readonly phone: number; readonly book: number }
const LOOKS = 3

/** What two of the last three looks agree on: one look alone takes a shadow for a telephone. */
export class ThingsSense {
  #last: readonly Sighting[] = []
  #lap: readonly Sighting[] = []
  readonly #shelf: number[] = []

  take({ things, lap }: Glance): ObjectsSignal | null {
    if (!things && !lap) return null
    if (things) {
      this.#last = [...this.#last, sighting(things)].slice(-LOOKS)
      if (this.#shelf.length < LOOKS) this.#shelf.push(this.#last.at(-1)?.book ?? 0)
    }
    if (lap) this.#lap = [...this.#lap, sighting(lap)].slice(-LOOKS)
    const furniture = Math.max(...this.#shelf)
    const onShelf = agreed(this.#last, ({ book }) => (book >= furniture + limits.bookMore ? book : 0))
    return {
      on: 'objects',
      persons: agreed(this.#last, ({ persons }) => persons),
      phone: Math.max(
        agreed(this.#last, ({ phone }) => phone),
        agreed(this.#lap, ({ phone }) => phone),
      ),
      // No shelf stands in a lap.
      book: Math.max(
        onShelf,
        agreed(this.#lap, ({ book }) => book),
      ),
      headphones: null,
    }
  }
}

const agreed = (looks: readonly Sighting[], of: (one: Sighting) => number) =>
  looks.map(of).toSorted((a, b) => b - a)[1] ?? 0

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
