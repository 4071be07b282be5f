import type { CardProblemView } from '@ochno/contract/exam-card'
import { isPolicyKey, parameters } from '@ochno/domain/policy/schema'
import { useTranslation } from 'react-i18next'

/** What does not fit the act, in words, with its clauses. */
export function useProblemWords(): (problem: CardProblemView) => string {
  const { t, i18n } = useTranslation()
  const place = useClauseWords()
  return ({ at, why, clauses }) => {
    const name = isPolicyKey(at) ? parameters[at][i18n.language.startsWith('ru') ? 'ru' : 'en'] : ''
    const said = t(`examCard.problems.${why}` as 'examCard.problems.no_ground', { name })
    const places = place(clauses)
    return places === '' ? said : `${said} (${places})`
  }
}

export function useParameterName(): (key: string) => string {
  const { i18n } = useTranslation()
  return (key) => (isPolicyKey(key) ? parameters[key][i18n.language.startsWith('ru') ? 'ru' : 'en'] : key)
}

/** Clauses as people look them up: `A1` is the first annex, `A1.5` its line 5. */
export function useClauseWords(): (clauses: readonly string[]) => string {
  const { t } = useTranslation()
  return (clauses) =>
    clauses
      .map((clause) => {
        const annex = /^A(\d+)(?:\.(.+))?$/.exec(clause)
        return annex
          ? t(annex[2] ? 'examCard.form.annexLine' : 'examCard.form.annex', {
              annex: annex[1],
              line: annex[2],
            })
          : t('examCard.form.clause', { clause })
      })
      .join(', ')
}
