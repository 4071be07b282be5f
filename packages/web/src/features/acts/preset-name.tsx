import { useTranslation } from 'react-i18next'

export const presets = ['000', '001', '002', '003', '004'] as const

export function usePresetName() {
  const { t } = useTranslation()
  return (preset: (typeof presets)[number]): string => t(`acts.presets.p${preset}`)
}

/** Which act an edition began as; nothing for one's own. */
export function PresetName({ preset }: { preset: string }) {
  const { t } = useTranslation()
  const name = usePresetName()
  const known = presets.find((one) => one === preset)
  return known ? <span>{t('acts.list.from', { name: name(known) })}</span> : null
}
