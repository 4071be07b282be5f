// Honest ten-minute clips: drawn people of five tones and photographed portraits, each in another light. False hints are counted.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExamPermissions, judge, nothingPermitted } from '@ochno/domain/incident/permitted'
import { type Honest, honestMinutes } from '../../packages/detect/tests/drawn/honest.ts'
import { type Scene, type ToneName, tones } from '../../packages/detect/tests/drawn/scene.ts'
import { bandOf, typologyAngle } from '../../packages/detect/tests/drawn/tone.ts'
import type { Say } from '../scenario.ts'
import { mediaFolder } from './clips.ts'
import { kept, standOnDemand } from './kept.ts'
import { hintsOf, type SeenClip, settings, strict } from './judge.ts'
import type { Tones } from './tones.ts'

export const lights = ['even', 'clouds', 'lamp aside', 'dim', 'window behind'] as const
export type LightName = (typeof lights)[number]
const lightOf: Readonly<Record<LightName, Omit<Honest, 'wearsGlasses'>>> = {
  even: { base: {}, clouds: 0.05, lamp: 0 },
  clouds: { base: {}, clouds: 0.4, lamp: 0 },
  'lamp aside': { base: { lamp: 0.25 }, clouds: 0.05, lamp: 0.15 },
  dim: { base: { light: 0.6, noise: 16 }, clouds: 0.1, lamp: 0 },
  'window behind': { base: { window: 0.25, room: 2 }, clouds: 0.15, lamp: 0 },
}

export type Variant = {
  readonly name: string
  readonly subject: string
  readonly tone: string
  readonly light: LightName
  readonly minutes: Honest
  readonly photos: readonly Uint8Array[]
}

const rooms = [1, 0, 3, 2, 1] as const
/** Each tone in another light. */
const drawnVariants = (): readonly Variant[] =>
  (Object.keys(tones) as ToneName[]).map((tone, i) => {
    const light = lights[i % lights.length] as LightName
    const { base, ...swing } = lightOf[light]
    return {
      name: `drawn ${tone.replace('_', ' ')}, ${light}`,
      subject: 'drawn',
      tone: bandOf(typologyAngle(tones[tone])),
      light,
      minutes: {
        ...swing,
        base: { room: rooms[i] ?? 0, ...base, tone: tones[tone] },
        wearsGlasses: i % 2 === 0,
      },
      photos: [],
    }
  })

/** Straight ahead, bent down a little and more, up, aside, talking. */
const FRAMES = ['normal/000', 'pitch/004', 'pitch/006', 'pitch/012', 'yaw/004', 'talk/012'] as const

const photographed = (measured: Tones): readonly Variant[] =>
  ['A', 'B', 'C'].flatMap((subject, i): Variant[] => {
    const paths = FRAMES.map((frame) => join(mediaFolder, 'clips', frame.replace('/', `_${subject}/`)))
    if (!paths.every((path) => existsSync(`${path}.jpg`))) return []
    const light = (['clouds', 'dim', 'lamp aside'] as const)[i] ?? 'even'
    return [
      {
        name: `portrait ${subject}, ${light}`,
        subject,
        tone: measured.get(subject) ?? 'unknown',
        light,
        minutes: { ...lightOf[light], wearsGlasses: false },
        photos: paths.map((path) => readFileSync(`${path}.jpg`)),
      },
    ]
  })

export const variants = (measured: Tones): readonly Variant[] => [
  ...drawnVariants(),
  ...photographed(measured),
]

const photoFor = ({ pitch, yaw, mouth }: Scene): number =>
  pitch < -15 ? 2 : pitch < -5 ? 1 : mouth > 0.3 ? 5 : yaw > 8 ? 4 : pitch > 5 ? 3 : 0

/** The same ten minutes for everybody: only the skin, the room and the light differ. */
const SEED = 1_000

export type HonestSeen = SeenClip & { readonly variant: Variant; readonly doings: readonly string[] }

export async function honestSeen(say: Say, wanted: readonly Variant[]): Promise<readonly HonestSeen[]> {
  const { stand, close } = standOnDemand()
  try {
    const all: HonestSeen[] = []
    for (const variant of wanted) {
      const minutes = honestMinutes(SEED, variant.minutes)
      const scenes = minutes.map(({ at, scene }) => ({
        at,
        scene: variant.photos.length > 0 ? { ...scene, photo: photoFor(scene) } : scene,
      }))
      const labels = minutes.map(({ at, doing, scene }) => ({
        t: at / 1_000,
        doing,
        faces: scene.y > 420 ? -1 : 1,
      }))
      all.push({
        clip: { name: variant.name, event: 'honest', subject: variant.subject, pictures: [], labels },
        glances: await kept(`honest ${variant.name}`, async () =>
          (await stand()).lookAtScenes(scenes, variant.photos),
        ),
        variant,
        doings: minutes.map(({ doing }) => doing),
      })
      say(`honest: ${variant.name}`)
    }
    return all
  } finally {
    await close()
  }
}

/** An exam whose tasks are typed and which lets the eyes go to the keyboard (R1-6.6b). */
const keyboard: ExamPermissions = {
  ...nothingPermitted,
  glanceDown: true,
  tasks: { textInput: true, extendedAnswer: true, draft: true, calculator: false },
}

export type FalseHint = {
  readonly rule: string
  readonly atS: number
  readonly lastsS: number
  readonly doing: string
}

/** Hints that count in an exam where one may look at the keyboard. One event under several codes of an act is one. */
export function falseHints(seen: HonestSeen, rules = settings({})): readonly FalseHint[] {
  const told = hintsOf(seen, rules)
    .map(({ hint }) => hint)
    .filter(
      ({ code, about, from, to }) =>
        judge({ code, seconds: (to - from) / 1_000, ...(about && { about }) }, keyboard).verdict !==
        'permitted',
    )
  const once = new Map(told.map((hint) => [`${hint.from} ${hint.to} ${hint.made[0]?.sensor}`, hint]))
  return [...once.values()].map(({ rule, from, to }) => ({
    rule,
    atS: from / 1_000,
    lastsS: (to - from) / 1_000,
    doing: seen.doings[Math.floor(from / 500)] ?? '',
  }))
}

export const strictHints = (seen: HonestSeen): readonly FalseHint[] => falseHints(seen, strict())
