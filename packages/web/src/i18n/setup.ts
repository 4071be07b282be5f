import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en, ru } from './resources.ts'

export const languages = ['ru', 'en'] as const
export type Language = (typeof languages)[number]

const REMEMBERED = 'ochno.language'

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** Russian unless the person chose otherwise on this device; the browser's own language is not asked. */
function remembered(): Language {
  try {
    const value = localStorage.getItem(REMEMBERED)
    return isLanguage(value) ? value : 'ru'
  } catch {
    return 'ru'
  }
}

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'ru')

export async function setLanguage(language: Language): Promise<void> {
  try {
    localStorage.setItem(REMEMBERED, language)
  } catch {
    // A browser that keeps nothing still shows the chosen language until it is closed.
  }
  await i18next.changeLanguage(language)
}

export function startI18n(): void {
  i18next.on('languageChanged', (language) => document.documentElement.setAttribute('lang', language))
  void i18next.use(initReactI18next).init({
    resources: { ru: { app: ru }, en: { app: en } },
    defaultNS: 'app',
    lng: remembered(),
    fallbackLng: 'ru',
    initAsync: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}
