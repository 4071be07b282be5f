import { useTranslation } from 'react-i18next'
import { placeOf } from './reading.ts'

/** Where the words of an act stand: clause, line of an annex, title page. Each place once. */
export function usePlaces() {
  const { t } = useTranslation()
  const one = (clause: string): string => {
    const place = placeOf(clause)
    switch (place.at) {
      case 'title':
        return t('acts.titlePage')
      case 'preamble':
        return t('acts.preamble')
      case 'annex':
        return place.clause
          ? t('acts.annexLine', { annex: place.annex, clause: place.clause })
          : t('acts.annex', { annex: place.annex })
      case 'clause':
        return t('acts.clause', { clause: place.clause })
    }
  }
  return (clauses: readonly string[]): string => [...new Set(clauses.map(one))].join(', ')
}
