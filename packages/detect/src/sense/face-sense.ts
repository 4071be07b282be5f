import type { FaceSignal } from '@ochno/domain/hint/signal'
import type { Glance } from '../see/eye.ts'
import { Baseline, beyond, eyesOf, type Usual, type UsualPosture } from './baseline.ts'
import { Gathered, Held } from './held.ts'
import { limits } from './limits.ts'

type Face = NonNullable<Glance['face']>
const unmeasured = { share: null, yaw: null, pitch: null, gaze: null, eyesCovered: null } as const

/** Count, size and direction. A picture too poor to say is said to be that. */
export class FaceSense {
  readonly #baseline: Baseline
  readonly #second = new Held()
  readonly #aside = new Held()
  readonly #elsewhere = new Gathered()
  readonly #workplace = new Held()
  readonly #eyes = new Held()
  #several = false
  #gaze = { aside: false, off: 0, workplace: false }
  #straightShare: number | null = null
  #lit = true
  #shaded = false
  #blind = false

  constructor(checked: UsualPosture | null = null) {
    this.#baseline = new Baseline(checked)
  }

  /** Null where this glance was at other things. */
  take({ at, light, faces, face, followed }: Glance): FaceSignal | 'poor_picture' | null {
    if (light) {
      this.#lit = light.face === null || light.face > limits.litFace
      this.#blind = light.mean < limits.dark || isCovered(light)
      this.#shaded = !this.#lit && !this.#blind && (light.face ?? 0) > limits.shadedFace
    }
    const found = faces?.filter(({ score }) => score >= limits.face).length ?? null
    if (found !== null) this.#several = this.#second.for(limits.secondFaceMs, found > 1, at)
    if (face) return { on: 'face', count: this.#several ? 2 : 1, ...this.#measured(face, at) }
    if (found === null) return null
    if (found === 0) return this.#blind ? 'poor_picture' : { on: 'face', count: 0, ...unmeasured }
    // Found, but its points are not: the next look will tell.
    return followed ? null : { on: 'face', count: this.#several ? 2 : 1, ...unmeasured }
  }

  #measured(face: Face, at: number): Pick<FaceSignal, 'share' | 'yaw' | 'pitch' | 'gaze' | 'eyesCovered'> {
    const usual = this.#baseline.take(face)
    const { share, posture } = face
    const judged = this.#lit || (this.#shaded && usual !== null)
    const covered = this.#lit ? areEyesCovered(face, usual) : judged && areShadedEyesCovered(face, usual)
    const eyesCovered = judged ? this.#eyes.for(limits.eyesMs, covered, at) : null
    if (!usual) return { ...unmeasured, share, eyesCovered }
    const yaw = beyond(posture.yaw, ...usual.postures.map((one) => one.yaw))
    const pitch = beyond(posture.pitch, ...usual.postures.map((one) => one.pitch))
    // A face that is turned or bent shows less of itself and is no smaller for it.
    if (Math.abs(yaw) < limits.straight && Math.abs(pitch) < limits.straight) this.#straightShare = share
    return {
      share: this.#straightShare ?? share,
      yaw: yaw / limits.yawSeen,
      pitch: pitch / limits.pitchSeen,
      gaze: eyesCovered ? null : this.#gazeOf(face, yaw, pitch, usual, at),
      eyesCovered,
    }
  }

  #gazeOf(
    { posture }: Face,
    yaw: number,
    pitch: number,
    usual: Usual,
    at: number,
  ): 'screen' | 'workplace' | 'elsewhere' {
    const straight = Math.abs(yaw) < limits.gazeYawMost
    const across = Math.abs(beyond(posture.across, ...usual.postures.map((one) => one.across)))
    // Shut eyes look nowhere: what was so a moment ago still is.
    if (posture.open >= limits.shut || !straight)
      this.#gaze = {
        aside: Math.abs(yaw) > limits.awayYaw,
        off: Math.max(
          pitch < -limits.upPitch || Math.abs(yaw) > limits.awayYaw ? limits.raised : 0,
          straight && across > limits.gazeAcross
            ? Math.abs(yaw) < limits.stillYaw
              ? across
              : Math.min(across, limits.raised)
            : 0,
        ),
        workplace: pitch > limits.downPitch,
      }
    const aside = this.#aside.for(limits.gazeMs, this.#gaze.aside, at)
    const off = this.#gaze.off - limits.gazeFree
    const elsewhere = this.#elsewhere.reaches(limits.gazeEnough, limits.gazeMs, off, at) || aside
    const workplace = this.#workplace.for(limits.gazeMs, this.#gaze.workplace, at)
    return elsewhere ? 'elsewhere' : workplace ? 'workplace' : 'screen'
  }
}

export const isCovered = ({ spread, edges }: { readonly spread: number; readonly edges: number }): boolean =>
  spread < limits.coverSpread && edges < limits.coverEdges

/** Sunglasses: dark or flat where the eyes are. A fringe: a forehead dark as hair, and a mesh less sure than it was. */
function areEyesCovered(face: Face, usual: Usual | null): boolean {
  const { colours, surety } = face
  const cheeks = (colours.cheekRight.luma + colours.cheekLeft.luma) / 2 + 1
  const { light, unrest } = eyesOf(face)
  const fringe =
    usual !== null &&
    colours.forehead.luma / cheeks < limits.fringeDark &&
    surety < usual.surety - limits.fringeSurety
  return light < limits.eyesDark || unrest < limits.eyesUnrest || fringe
}

/** In the shade every eye is dark and calm: only one that was neither here before, and is both now, is covered. */
function areShadedEyesCovered(face: Face, usual: Usual | null): boolean {
  if (usual === null) return false
  const { light, unrest } = eyesOf(face)
  return light < usual.eyes.light * limits.shadedLight && unrest < usual.eyes.unrest * limits.shadedUnrest
}
