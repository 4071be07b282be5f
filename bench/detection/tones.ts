// The tone of a photographed person: from both cheeks of the first calm picture. The light of the photograph is in it.
import type { Colour } from '../../packages/detect/src/see/colours.ts'
import type { Tone } from '../../packages/detect/tests/drawn/scene.ts'
import { bandOf, type ToneBand, typologyAngle } from '../../packages/detect/tests/drawn/tone.ts'
import type { SeenClip } from './judge.ts'

const rgbOf = ({ luma, blue, red }: Pick<Colour, 'luma' | 'blue' | 'red'>): Tone => [
  luma + 1.402 * (red - 128),
  luma - 0.344136 * (blue - 128) - 0.714136 * (red - 128),
  luma + 1.772 * (blue - 128),
]

export type Tones = ReadonlyMap<string, ToneBand>

/** By subject; nobody whose calm clip is not there. */
export function measuredTones(seen: readonly SeenClip[]): Tones {
  const tones = new Map<string, ToneBand>()
  for (const { clip, glances } of seen.filter(({ clip }) => clip.event === 'normal')) {
    const face = glances.find((glance) => glance.face)?.face
    if (!face) continue
    const { cheekLeft: a, cheekRight: b } = face.colours
    const mean = { luma: (a.luma + b.luma) / 2, blue: (a.blue + b.blue) / 2, red: (a.red + b.red) / 2 }
    tones.set(clip.subject, bandOf(typologyAngle(rgbOf(mean))))
  }
  return tones
}
