import { useTranslation } from 'react-i18next'
import { type Language, languages, setLanguage } from '../i18n/setup.ts'
import classes from './language-switch.module.css'

const names = { ru: 'common.russian', en: 'common.english' } as const satisfies Record<Language, string>

export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  return (
    <fieldset className={classes.switch} aria-label={t('common.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          className={classes.one}
          aria-pressed={i18n.language === language}
          title={t(names[language])}
          onClick={() => void setLanguage(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}
