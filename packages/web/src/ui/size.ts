import { useTranslation } from 'react-i18next'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** Bytes in the words of the language: «1,4 МБ», "1.4 MB". */
export function useSize(): (bytes: number) => string {
  const { i18n } = useTranslation()
  return (bytes) => {
    const step = bytes < 1 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
    return new Intl.NumberFormat(i18n.language, {
      style: 'unit',
      unit: units[step] ?? 'byte',
      maximumFractionDigits: step > 1 ? 1 : 0,
    }).format(bytes / 1000 ** step)
  }
}
