import { actCard, type ActView } from '@ochno/contract/acts'
import { useTranslation } from 'react-i18next'

/** What is wrong with the field at this path of the card, in words; null while it is as it should be. */
export type CardErrors = (path: string) => string | null

type ErrorWord = 'empty' | 'date' | 'url' | 'signedAt' | 'long'

function wordOf(path: string, empty: boolean): ErrorWord {
  if (empty) return 'empty'
  if (path === 'publicUrl') return 'url'
  if (path === 'signature.at') return 'signedAt'
  return /date|approvedOn|effectiveFrom/.test(path) ? 'date' : 'long'
}

/** Paths of the card that the contract would refuse, each with why. */
export function wrongFields(card: ActView['card']): ReadonlyMap<string, ErrorWord> {
  const read = actCard.safeParse(card)
  if (read.success) return new Map()
  return new Map(
    read.error.issues.map((issue) => {
      // A line of the list of other acts has no field of its own.
      const path = issue.path[0] === 'otherActs' ? 'otherActs' : issue.path.join('.')
      return [path, wordOf(path, issue.code === 'too_small')]
    }),
  )
}

export function useCardErrors(card: ActView['card'], shown: boolean): CardErrors {
  const { t } = useTranslation()
  const wrong = shown ? wrongFields(card) : new Map<string, ErrorWord>()
  return (path) => {
    const word = wrong.get(path)
    return word ? t(`actEditing.errors.${word}`) : null
  }
}
