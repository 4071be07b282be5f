// When to look again. What a look costs is measured; a slow machine looks less often and never stands still.
export type Look = 'light' | 'faces' | 'mesh' | 'things' | 'lap'
export type Mode = 'usual' | 'low'

type Pace = { readonly every: number; readonly atMost: number; readonly costs: number }
/**
 * `spare`: the part of a core for looks out of turn. `most`: the part that all looks together may take lately, as measured.
 * `news`: things are looked at so rarely that something new brings the next look forward.
 */
type Plan = {
  readonly share: number
  readonly spare: number
  readonly most: number
  readonly news: boolean
  readonly looks: Readonly<Record<Look, Pace>>
}

/** Milliseconds. `share` is the part of one core that looking may take; `costs` is the guess before the first look. */
export const plans: Readonly<Record<Mode, Plan>> = {
  usual: {
    share: 0.075,
    spare: 0.008,
    most: 0.08,
    news: false,
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
    most: 0.04,
    news: true,
    looks: {
      light: { every: 1_500, atMost: 2_000, costs: 2 },
      faces: { every: 3_000, atMost: 3_500, costs: 16 },
      mesh: { every: 1_500, atMost: 2_500, costs: 12 },
      // Rarely, so that there is room at once for what is new: `news`.
      things: { every: 15_000, atMost: 60_000, costs: 110 },
      lap: { every: 60_000, atMost: 90_000, costs: 100 },
    },
  },
}
/** What is nearly due is looked at with what is: taking the picture out of its frame costs as much as a small look. */
const TOGETHER_MS = 150
/** Milliseconds of looks out of turn that may be saved up. */
const MOST_SPARE_MS = 250
/**
 * What was taken lately is held against `most` over a minute, so that a telephone shown finds room for both looks it takes; and against
 * twice as much over ten seconds, so that they do not all come at once.
 */
const LATELY_MS = 60_000
const latelies = [
  { over: LATELY_MS, times: 1 },
  { over: 10_000, times: 2 },
] as const
/** What has no room is asked for again after so long, together with the light. */
const HELD_MS = 1_000
const looks = ['light', 'faces', 'mesh', 'things', 'lap'] as const
const small = ['light', 'faces', 'mesh'] as const
const isLarge = (look: Look) => look === 'things' || look === 'lap'

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
    const wanted = looks.reduce(
      (sum, look) => sum + this.#cost[look] / this.#plan.looks[look].every,
      this.#opening / this.#plan.looks.light.every,
    )
    return Math.max(1, wanted / this.#plan.share)
  }

  every(look: Look): number {
    const { every, atMost } = this.#plan.looks[look]
    return Math.min(atMost, every * this.stretch)
  }

  /** Asks once: a yes is the look. */
  due(look: Look, now: number): boolean {
    this.#asked = now
    this.#last[look] ??= now
    if (now < this.#next[look] - TOGETHER_MS) return false
    if (this.#waits(look, now)) {
      this.#held.add(look)
      this.#next[look] = Math.max(now + HELD_MS, this.#next.light)
      return false
    }
    this.#held.delete(look)
    this.#last[look] = now
    const planned = this.#next[look]
    const every = this.every(look)
    // Early or late, the rhythm stays; after a long pause it begins anew.
    this.#next[look] = (now - planned > every ? now : planned) + every
    return true
  }

  /** When a look was asked for last; its time counts from there. */
  #asked = 0
  readonly #held = new Set<Look>()
  readonly #last: Partial<Record<Look, number>> = {}
  #taken: { readonly look: Look; readonly at: number; readonly ms: number }[] = []

  /** A large look waits for room, and no longer than its longest pause: a slow machine still sees things. */
  #waits(look: Look, now: number): boolean {
    if (!isLarge(look) || now - this.#lastOf(look) >= this.#plan.looks[look].atMost) return false
    const other = look === 'things' ? 'lap' : 'things'
    return (this.#held.has(other) && this.#turn(other) < this.#turn(look)) || !this.#fits(look, now)
  }

  /** Two that wait go in the order of their turns, whatever was found meanwhile. */
  #turn(look: Look): number {
    return this.#lastOf(look) + this.every(look)
  }

  #lastOf(look: Look): number {
    return this.#last[look] ?? this.#asked
  }

  /** Among what all looks took lately, in turn or out of it; the small ones keep what they will need. */
  #fits(look: Look, now: number, many = 1): boolean {
    const { most } = this.#plan
    const planned = small.reduce((all, one) => all + this.#cost[one] / this.every(one), 0)
    return latelies.every(({ over, times }) => {
      const lately = this.#taken.filter(({ at }) => at > now - over)
      const large = sum(lately.filter((one) => isLarge(one.look)))
      const others = Math.max(sum(lately) - large, planned * over)
      return others + large + this.#cost[look] * many <= most * times * over
    })
  }

  /** What was found should be seen again soon, or what was lost looked for. */
  soon(look: Look, at: number): void {
    this.#next[look] = Math.min(this.#next[look], at)
  }

  /** Something new in the picture: where there is room for a look at things and for the one that has to agree. */
  news(now: number): void {
    if (this.#plan.news && this.#fits('things', now, 2)) this.soon('things', now)
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
    if (this.#next[look] <= at + TOGETHER_MS || this.#spare < needed || !this.#fits(look, now)) return
    this.#spare -= this.#cost[look]
    this.soon(look, at)
  }

  /** Milliseconds all looks took together. */
  total = 0

  spent(look: Look, ms: number): void {
    this.total += ms
    this.#taken.push({ look, at: this.#asked, ms })
    this.#taken = this.#taken.filter(({ at }) => at > this.#asked - LATELY_MS)
    this.#cost[look] += (ms - this.#cost[look]) * 0.3
  }

  #opening = 0

  /** Taking the picture out of its frame is a part of looking: every look at the light begins with it. */
  opened(ms: number): void {
    this.#opening += (ms - this.#opening) * 0.3
    this.total += ms
    this.#taken.push({ look: 'light', at: this.#asked, ms })
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

const sum = (taken: readonly { readonly ms: number }[]) => taken.reduce((all, { ms }) => all + ms, 0)
