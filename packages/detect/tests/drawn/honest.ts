// Ten minutes of somebody who does nothing wrong: types and looks at the keyboard, drinks, scratches, takes glasses off and on,
// thinks with the eyes at the ceiling, sits differently, while the light goes with the clouds. The same seed is the same ten minutes.
import { type Scene, sitting } from './scene.ts'

const HALF_MS = 500
const TEN_MINUTES = 1_200

export type Doing =
  | 'reading'
  | 'typing'
  | 'drinking'
  | 'scratching'
  | 'adjusting'
  | 'thinking'
  | 'talking'
  | 'stretching'
  | 'reaching'

/** How long each lasts in half seconds, and how often it comes. */
const doings: Readonly<
  Record<Doing, { readonly least: number; readonly most: number; readonly often: number }>
> = {
  reading: { least: 16, most: 50, often: 9 },
  typing: { least: 20, most: 60, often: 8 },
  drinking: { least: 8, most: 14, often: 2 },
  scratching: { least: 4, most: 10, often: 3 },
  adjusting: { least: 4, most: 8, often: 2 },
  thinking: { least: 4, most: 8, often: 3 },
  talking: { least: 4, most: 10, often: 1 },
  stretching: { least: 6, most: 12, often: 1 },
  reaching: { least: 3, most: 6, often: 1 },
}
const names = Object.keys(doings) as readonly Doing[]

export function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Act = (i: number, of: number, random: () => number) => Partial<Scene>
const wave = (i: number, of: number) => Math.sin((Math.PI * (i + 0.5)) / of)

const acts: Readonly<Record<Doing, Act>> = {
  // Eyes go along the lines and jump back.
  reading: (i) => ({ across: ((i % 7) / 6 - 0.5) * 0.44, down: ((i / 7) % 4) / 8 }),
  // Two seconds at the keyboard, three at the screen.
  typing: (i, _, random) =>
    i % 10 < 4
      ? { pitch: -22 - random() * 8, down: 0.8, y: sitting.y + 6 }
      : { pitch: -3 * random(), across: (random() - 0.5) * 0.3 },
  drinking: (i, of) => ({
    pitch: 10 * wave(i, of),
    held: { what: 'cup', x: 4, y: 95 + 120 * (1 - wave(i, of)) },
  }),
  scratching: (i, of, random) => ({
    roll: 4,
    held: { what: 'hand', x: -75 + random() * 12, y: 20 + 140 * (1 - wave(i, of)) + random() * 10 },
  }),
  adjusting: (i, of) => ({ held: { what: 'hand', x: -98, y: -12 + 120 * (1 - wave(i, of)) } }),
  thinking: (i, of, random) => ({
    pitch: 9 * wave(i, of),
    yaw: 12 * wave(i, of),
    across: 0.35,
    down: -0.5 * random(),
  }),
  talking: (i) => ({ mouth: i % 2 ? 0.6 : 0.15 }),
  stretching: (i, of) => ({
    y: sitting.y + 22 * wave(i, of),
    size: sitting.size * (1 - 0.06 * wave(i, of)),
    roll: 6 * wave(i, of),
  }),
  // For something on the floor: the head leaves the picture for a moment.
  reaching: (i, of) => ({ y: sitting.y + 330 * wave(i, of), roll: 14 * wave(i, of) }),
}

const total = names.reduce((sum, name) => sum + doings[name].often, 0)
function drawn(ticket: number): Doing {
  let left = ticket
  for (const name of names) {
    left -= doings[name].often
    if (left < 0) return name
  }
  return 'reading'
}

export type Honest = {
  readonly base: Partial<Scene>
  /** How much the light of the room swings, and the lamp. */
  readonly clouds: number
  readonly lamp: number
  readonly wearsGlasses: boolean
}

export type HonestSecond = { readonly at: number; readonly doing: Doing; readonly scene: Scene }

export function honestMinutes(
  seed: number,
  { base, clouds, lamp, wearsGlasses }: Honest,
): readonly HonestSecond[] {
  const random = chance(seed)
  const all: HonestSecond[] = []
  let glasses = wearsGlasses
  while (all.length < TEN_MINUTES) {
    // The first seconds everybody looks at the screen.
    const doing = all.length < 20 ? 'reading' : drawn(random() * total)
    const { least, most } = doings[doing]
    const of = Math.round(least + random() * (most - least))
    for (let i = 0; i < of; i++) {
      const t = all.length
      // Taken off and put on while the hand is there.
      if (doing === 'adjusting' && i === of >> 1 && wearsGlasses) glasses = !glasses
      const scene: Scene = {
        ...sitting,
        ...base,
        x: sitting.x + Math.sin(t / 17) * 9 + (random() - 0.5) * 5,
        y: sitting.y + Math.sin(t / 29) * 5 + (random() - 0.5) * 4,
        // Near enough that the face takes its fifth of the frame also where the sway is farthest.
        size: sitting.size * (1.06 + Math.sin(t / 41) * 0.03),
        roll: Math.sin(t / 13) * 2,
        yaw: Math.sin(t / 11) * 4,
        blink: random() < 0.08 ? 1 : 0,
        blur: random() < 0.1 ? 1.5 : 0,
        light: (base.light ?? 1) * (1 - clouds * (0.5 + 0.5 * Math.sin(t / 60))),
        lamp: (base.lamp ?? 0) + lamp * Math.sin(t / 75),
        glasses: glasses ? 'clear' : 'none',
        seed: t + 1,
        ...acts[doing](i, of, random),
      }
      all.push({ at: t * HALF_MS, doing, scene })
    }
  }
  return all.slice(0, TEN_MINUTES)
}
