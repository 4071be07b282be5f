import type { BlindView } from '@ochno/contract/hints'

/** A machine that is busy for a moment catches up by itself. */
const LASTS_MS = 10_000
const technical = { no_model: 'noEyes', switched_off: 'noEyes', too_slow: 'slowEyes' } as const

/** A fact about the examinee's machine, not about the examinee: nothing watches the camera there, or only now and then. */
export function notSeeing(
  blind: readonly (BlindView & { readonly session: string })[],
  session: string,
  nowMs: number,
): 'noEyes' | 'slowEyes' | null {
  const one = blind.find(
    ({ session: whose, sensor, why, ongoing, fromMs }) =>
      whose === session && sensor === 'face' && ongoing && why in technical && nowMs - fromMs >= LASTS_MS,
  )
  return one ? technical[one.why as keyof typeof technical] : null
}
