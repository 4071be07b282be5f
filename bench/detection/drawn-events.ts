// The same minute with its events for a drawn person of each tone: what changes between them is the skin, the room and the light.
import { type Scene, sitting, type ToneName, tones } from '../../packages/detect/tests/drawn/scene.ts'
import { bandOf, typologyAngle } from '../../packages/detect/tests/drawn/tone.ts'
import type { LabelledClip, Labels } from './synthetic.ts'

type Part = {
  readonly halves: number
  readonly scene?: Partial<Scene>
  readonly label?: Readonly<Record<string, unknown>>
}

const calm: Part = { halves: 8 }
const story: readonly Part[] = [
  { halves: 12 },
  { halves: 10, scene: { second: { x: 545, y: 150, size: 0.42 } }, label: { faces: 2 } },
  calm,
  { halves: 10, scene: { present: false }, label: { faces: 0 } },
  calm,
  { halves: 8, scene: { yaw: 40 }, label: { yaw: 40 } },
  calm,
  // The eyes alone.
  { halves: 12, scene: { across: -0.9 }, label: { gaze: true } },
  calm,
  { halves: 12, scene: { across: 0.9 }, label: { gaze: true } },
  calm,
  { halves: 8, scene: { glasses: 'dark' }, label: { occ: 'sunglasses' } },
  calm,
  { halves: 8, scene: { covered: true }, label: { covered: true, faces: 0 } },
  calm,
  { halves: 8, scene: { light: 0.16 }, label: { light: 0.1 } },
  calm,
  { halves: 10, scene: { window: 1 }, label: { backlight: 1 } },
  calm,
  { halves: 8, scene: { present: false }, label: { faces: 0 } },
  calm,
]

const about: Readonly<Record<ToneName, Partial<Scene>>> = {
  very_light: { room: 0 },
  light: { room: 1, glasses: 'clear' },
  middle: { room: 2, light: 0.8 },
  brown: { room: 3, lamp: 0.2 },
  dark: { room: 0, light: 0.9 },
}

/** The rooms as they are, and the same in the evening. */
const lights = {
  'room light': {},
  'evening light': { light: 0.6, noise: 16 },
} as const satisfies Readonly<Record<string, Partial<Scene>>>
type LightName = keyof typeof lights

const minuteOf = (name: ToneName, light: LightName): LabelledClip => {
  const rows = story.flatMap(({ halves, scene = {}, label = {} }) =>
    Array.from({ length: halves }, () => ({ scene, label })),
  )
  return {
    name: `drawn_${name}, ${light}`,
    event: 'drawn',
    light,
    subject: `drawn, ${bandOf(typologyAngle(tones[name]))}`,
    pictures: [],
    scenes: rows.map(({ scene }, i) => ({
      ...sitting,
      ...about[name],
      ...lights[light],
      tone: tones[name],
      x: sitting.x + Math.sin(i / 7) * 5,
      y: sitting.y + Math.sin(i / 11) * 3,
      seed: i + 1,
      ...scene,
    })),
    labels: rows.map(({ label }, i): Labels => ({ t: i / 2, faces: 1, share: -1, ...label })),
  }
}

export const drawnEvents = (): readonly LabelledClip[] =>
  (Object.keys(tones) as ToneName[]).flatMap((name) =>
    (Object.keys(lights) as LightName[]).map((light) => minuteOf(name, light)),
  )
