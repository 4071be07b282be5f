// What the check of the machine before the exam measured of the person's light, voice and camera.
import type { ReviewDesk } from '@ochno/contract/review'
import { lightFault } from '@ochno/domain/equipment/light'
import type { Baseline } from '@ochno/domain/review/baseline'
import type { ReviewFacts } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'

type Beginning = { readonly baseline: Baseline; readonly view: NonNullable<ReviewDesk['baseline']> }

const percent = (share: number | undefined): number | null =>
  share === undefined ? null : Math.round(share * 100)

export async function beginningOf(tx: Tx, review: ReviewFacts): Promise<Beginning | null> {
  // Who was never let in began nothing; one made after the door says nothing of the beginning.
  if (!review.authorizedAt) return null
  const check = await tx.equipment.ofSession(review.session, review.examinee, review.authorizedAt)
  if (!check) return null
  const [camera] = check.facts.cameras ?? []
  const voice = check.facts.microphone ?? null
  const size = camera ? { width: camera.width, height: camera.height, fps: Math.round(camera.fps) } : null
  return {
    baseline: { light: camera?.light ?? null, voice, camera: size },
    view: {
      at: check.at.toString(),
      light: camera ? Math.round(camera.light.mean) : null,
      lightFault: camera ? lightFault(camera.light) : null,
      speech: percent(voice?.speech),
      silence: percent(voice?.silence),
      camera: size,
    },
  }
}
