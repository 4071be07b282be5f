// How the person looked and sounded from the very start, beside what a sensor noticed later. It can only take away from a hint:
// nothing here says that a hint is more than it was.
import { type LightSample, lightFault } from '../equipment/light.ts'
import type { ViolationCode } from '../incident/catalogue.ts'

export type Baseline = {
  readonly light: LightSample | null
  /** Peaks 0…1 of speech and of silence. */
  readonly voice: { readonly speech: number; readonly silence: number } | null
  readonly camera: { readonly width: number; readonly height: number; readonly fps: number } | null
}

export type Lowering =
  | { readonly why: 'light_from_start'; readonly fault: string; readonly mean: number }
  | { readonly why: 'noise_from_start'; readonly percent: number }
  | { readonly why: 'quiet_from_start'; readonly percent: number }
  | {
      readonly why: 'camera_from_start'
      readonly width: number
      readonly height: number
      readonly fps: number
    }
  | { readonly why: 'usual_all_along'; readonly times: number; readonly parts: number }

export type Noticed = { readonly no: number; readonly code: ViolationCode; readonly from: number }

/** Engineering proposals, not numbers of an act. */
const NOISY = 0.12
const QUIET = 0.15
const SMALL = { width: 640, height: 360, fps: 12 }
/** The exam is cut in so many parts; a habit is in most of them. */
const PARTS = 6
const HABIT_PARTS = 4

const LIGHT: readonly ViolationCode[] = ['insufficient_lighting', 'backlight_glare', 'uneven_face_lighting']
const POSTURE: readonly ViolationCode[] = ['gaze_off_screen', 'head_turned_away', 'face_below_min_fraction']

export function loweredBy(
  hint: Noticed,
  all: readonly Noticed[],
  baseline: Baseline | null,
  window: { readonly from: number; readonly to: number },
): readonly Lowering[] {
  return [
    fromLight(hint, baseline),
    fromVoice(hint, baseline),
    fromCamera(hint, baseline),
    habit(hint, all, window),
  ].filter((one) => one !== null)
}

function fromLight({ code }: Noticed, baseline: Baseline | null): Lowering | null {
  const fault = LIGHT.includes(code) && baseline?.light ? lightFault(baseline.light) : null
  return fault && baseline?.light
    ? { why: 'light_from_start', fault, mean: Math.round(baseline.light.mean) }
    : null
}

function fromVoice({ code }: Noticed, baseline: Baseline | null): Lowering | null {
  if (!baseline?.voice) return null
  const { speech, silence } = baseline.voice
  if (code === 'background_voices_noise' && silence >= NOISY)
    return { why: 'noise_from_start', percent: Math.round(silence * 100) }
  if (code === 'audio_absent_or_low' && speech <= QUIET)
    return { why: 'quiet_from_start', percent: Math.round(speech * 100) }
  return null
}

function fromCamera({ code }: Noticed, baseline: Baseline | null): Lowering | null {
  const camera = baseline?.camera
  if (code !== 'poor_signal_quality' || !camera) return null
  const small = camera.width < SMALL.width || camera.height < SMALL.height || camera.fps < SMALL.fps
  return small ? { why: 'camera_from_start', ...camera, fps: Math.round(camera.fps) } : null
}

/** Looking aside from the first part of the exam to the last is how this person works, not something that happened. */
function habit(
  { code }: Noticed,
  all: readonly Noticed[],
  window: { readonly from: number; readonly to: number },
): Lowering | null {
  const length = window.to - window.from
  if (!POSTURE.includes(code) || length <= 0) return null
  const same = all.filter((one) => one.code === code)
  const parts = new Set(
    same.map(({ from }) => Math.min(PARTS - 1, Math.floor(((from - window.from) / length) * PARTS))),
  )
  return parts.size >= HABIT_PARTS && parts.has(0)
    ? { why: 'usual_all_along', times: same.length, parts: parts.size }
    : null
}
