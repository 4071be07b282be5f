import { useTranslation } from 'react-i18next'
import { clock } from './clock.ts'

export type HintWords = {
  readonly code: string
  readonly wording: string
  readonly fromMs: number
  readonly toMs: number
  readonly ongoing: boolean
  readonly strength: number
  readonly about: string | null
  readonly name: string | null
  /** Absent where the words come from a place that does not know. */
  readonly copied?: { readonly here: boolean } | null
}

/** What is told by the name of a device that came. */
const ofDevices = [
  'video_signal_interrupted',
  'microphone_sensitivity_changed',
  'video_quality_artificially_reduced',
]
const NOISE = 'background_voices_noise'

/** What was noticed, for how long, in one line. */
export function useHintLine(): (hint: HintWords) => string {
  const { t } = useTranslation()
  return ({ code, wording, fromMs, toMs, ongoing, strength, about, name, copied }) => {
    const more = [
      about === 'workplace' ? t('hints.about.workplace') : null,
      name === 'copy' || name === 'print' ? t(`hints.took.${name}`) : null,
      name && ofDevices.includes(code) ? t('hints.device', { name }) : null,
      copied ? t(`hints.copied.${copied.here ? 'here' : 'other'}`) : null,
      code === NOISE && strength > 0 && strength < 1
        ? t('hints.loudness', { db: Math.round(20 * Math.log10(strength)) })
        : null,
      ongoing ? t('hints.ongoing') : t('hints.lasted', { time: clock(Math.max(1_000, toMs - fromMs)) }),
    ]
    return [wording, ...more.filter((one) => one !== null)].join(' · ')
  }
}
