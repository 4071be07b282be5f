// When to look again. What a look costs is measured; a slow machine looks less often and never stands still.
export type Look = 'light' | 'faces' | 'mesh' | 'things' | 'lap'
export type Mode = 'usual' | 'low'

type Pace = { readonly every: number; readonly atMost: number; readonly costs: number }
/** `spare`: the part of a core for looks out of turn. */
type Plan = { readonly share: number; readonly spare: number; readonly looks: Readonly<Record<Look, Pace>> }

/** Milliseconds. `share` is the part of one core that looking may take; `costs` is the guess before the first look. */
export const plans: Readonly<Record<Mode, Plan>> = {
  usual: {
    share: 0.075,
    spare: 0.008,
    looks: {
      light: { every: 500, atMost: 1_000, costs: 2 },
      faces: { every: 1_000, atMost: 3_000, costs: 16 },
      mesh: { every: 500, atMost: 1_500, costs: 12 },
      things: { every: 4_000, atMost: 60_000, costs: 110 },
      lap: { every: 30_000, atMost: 60_000, costs: 100 },
    },
  },
  low: {
    share: 0.0375,
    spare: 0.003,
    looks: {
      light: { every: 1_500, atMost: 2_000, costs: 2 },
      faces: { every: 3_000, atMost: 3_500, costs: 16 },
      mesh: { every: 1_500, atMost: 2_500, costs: 12 },
      things: { every: 15_000, atMost: 60_000, costs: 110 },
      lap: { every: 60_000, atMost: 60_000, costs: 100 },
    },
  },
}
/** What is nearly due is looked at with what is: taking the picture out of its frame costs as much as a small look. */
const TOGETHER_MS = 150
/** Milliseconds of looks out of turn that may be saved up. */
const MOST_SPARE_MS = 250
const looks = ['light', 'faces', 'mesh', 'things', 'lap'] as const

export class Schedule {
  readonly #next: Record<Look, number> = { light: 0, faces: 0, mesh: 0, things: 0, lap: 0 }
  readonly #cost: Record<Look, number>
  #plan: Plan

  constructor(mode: Mode) {
    this.#plan = plans[mode]
    const { light, faces, mesh, things, lap } = this.#plan.looks
    this.#cost = {
      light: light.costs,
      faces: faces.costs,
      mesh: mesh.costs,
      things: things.costs,
      lap: lap.costs,
    }
  }

  set mode(mode: Mode) {
    this.#plan = plans[mode]
  }

  /** How much longer than planned the pauses are: 1 on a machine that keeps up. */
  get stretch(): number {
    const wanted = looks.reduce((sum, look) => sum + this.#cost[look] / this.#plan.looks[look].every, 0)
    return Math.max(1, wanted / this.#plan.share)
  }

  every(look: Look): number {
    const { every, atMost } = this.#plan.looks[look]
    return Math.min(atMost, every * this.stretch)
  }

  /** Asks once: a yes is the look. */
  due(look: Look, now: number): boolean {
    if (now < this.#next[look] - TOGETHER_MS) return false
    const planned = this.#next[look]
    const every = this.every(look)
    // Early or late, the rhythm stays; after a long pause it begins anew.
    this.#next[look] = (now - planned > every ? now : planned) + every
    return true
  }

  /** What was found should be seen again soon, or what was lost looked for. */
  soon(look: Look, at: number): void {
    this.#next[look] = Math.min(this.#next[look], at)
  }

  #spare = MOST_SPARE_MS
  #sparedAt: number | null = null

  /** Out of turn for a doubt, as far as there is something to spare: who always gives doubts costs no more than that. */
  hurry(look: Look, now: number, at: number): void {
    const passed = now - (this.#sparedAt ?? now)
    this.#sparedAt = now
    this.#spare = Math.min(MOST_SPARE_MS, this.#spare + passed * this.#plan.spare)
    // On a slow machine one look takes all there is and more; it is earned back afterwards.
    const needed = Math.min(this.#cost[look], MOST_SPARE_MS)
    if (this.#next[look] <= at + TOGETHER_MS || this.#spare < needed) return
    this.#spare -= this.#cost[look]
    this.soon(look, at)
  }

  /** Milliseconds all looks took together. */
  total = 0

  spent(look: Look, ms: number): void {
    this.total += ms
    this.#cost[look] += (ms - this.#cost[look]) * 0.3
  }

  /** Milliseconds until anything is due. */
  wait(now: number): number {
    return Math.max(0, Math.min(...looks.map((look) => this.#next[look])) - now)
  }

  /** Where even the longest pauses do not bring the machine within its share, it is too slow to watch. */
  get tooSlow(): boolean {
    const least = looks.reduce((sum, look) => sum + this.#cost[look] / this.#plan.looks[look].atMost, 0)
    return least > this.#plan.share * 4
  }
}
