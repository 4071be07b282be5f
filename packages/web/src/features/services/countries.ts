import { useTranslation } from 'react-i18next'

/** Where programs used in schools come from; one that was written otherwise stays in the list. */
const usual = ['RU', 'AE', 'AM', 'AU', 'BY', 'CN', 'CZ', 'DE', 'FR', 'GB', 'IL', 'IN', 'KZ', 'KR', 'US', 'UZ']

export function useCountries() {
  const { i18n } = useTranslation()
  const names = new Intl.DisplayNames(i18n.language, { type: 'region' })
  return (chosen: string) =>
    [...new Set([...usual, chosen])].map((value) => ({ value, label: names.of(value) ?? value }))
}
