import { clauseWords } from '@ochno/domain/decision/clause-words'
import { useTranslation } from 'react-i18next'

/** «п. 8.3.2, Прил. 3»; in English «cl. 8.3.2, App. 3». */
export function useClause(): (clause: string) => string {
  const { t, i18n } = useTranslation()
  return (clause) =>
    i18n.language.startsWith('ru')
      ? clauseWords(clause)
      : t('decisions.rules.clause', {
          clause: clause.replaceAll('Прил. ', 'App. ').replace(/ r(\d+)\b/g, ', row $1'),
        })
}
