import { useTranslation } from 'react-i18next'

/** Whole percent of a share. */
export const usePercent = (): ((share: number) => string) => {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 0 })
  return (share) => format.format(share * 100)
}
