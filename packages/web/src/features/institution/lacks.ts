import { refusals } from '@ochno/contract/refusals'
import { useTranslation } from 'react-i18next'

/** The same words that refuse an assignment, without «нельзя назначить». */
export function useLacks() {
  const { i18n } = useTranslation()
  const language = i18n.language.startsWith('ru') ? 'ru' : 'en'
  return (code: string): string => {
    const sentence = code in refusals ? refusals[code as keyof typeof refusals][language] : code
    const after = sentence.slice(sentence.indexOf(': ') + 2)
    return after.charAt(0).toLocaleUpperCase() + after.slice(1)
  }
}
