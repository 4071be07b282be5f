import { useTranslation } from 'react-i18next'

type Requirement = {
  readonly item: string
  readonly values: Readonly<Record<string, string | number>>
}

/** One technical requirement as a sentence: the same on the public page, in the check and in a notice. */
export function useRequirementLine(): (one: Requirement) => string {
  const { t } = useTranslation()
  const amount = (mb: number) =>
    mb >= 1024 && mb % 1024 === 0
      ? t('equipment.amount.gb', { count: mb / 1024 })
      : t('equipment.amount.mb', { count: mb })
  return ({ item, values }) => {
    const { mb } = values
    const slots = { ...values, ...(typeof mb === 'number' ? { amount: amount(mb) } : {}) }
    if (item === 'browser' && Number(values.behind) > 0)
      return t('equipment.needs.browserBehind', slots as { names: string; behind: number })
    return item === 'camera' && 'width' in values
      ? t('equipment.needs.cameraNumbers', slots as { width: number; height: number; fps: number })
      : t(`equipment.needs.${item}` as 'equipment.needs.device', slots)
  }
}
