import type { CardProblemView } from '@ochno/contract/exam-card'
import { isPolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'

/** What does not fit the act, in words, with its clauses. */
export function useProblemWords(): (problem: CardProblemView) => string {
  const { t, i18n } = useTranslation()
  return ({ at, why, clauses }) => {
    const name = isPolicyKey(at) ? parameters[at][i18n.language.startsWith('ru') ? 'ru' : 'en'] : ''
    const said = t(`examCard.problems.${why}` as 'examCard.problems.no_ground', { name })
    const places = clauses.map((clause) => t('examCard.form.clause', { clause })).join(', ')
    return places === '' ? said : `${said} (${places})`
  }
}

export function useParameterName(): (key: string) => string {
  const { i18n } = useTranslation()
  return (key) => (isPolicyKey(key) ? parameters[key][i18n.language.startsWith('ru') ? 'ru' : 'en'] : key)
}
