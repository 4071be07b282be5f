import { useTranslation } from 'react-i18next'
import { StateMark } from './state-mark.tsx'

export type Ground = {
  readonly verdict: 'counts' | 'permitted' | 'unsure'
  readonly permittedBy: readonly ('exam_rules' | 'conditions' | 'declared_absence')[]
  readonly technical: boolean
}

/** Why a hint takes nothing from anybody; nothing where it counts. A network that failed is said before what was permitted. */
export function HintGround({ verdict, permittedBy, technical }: Ground) {
  const { t } = useTranslation()
  if (technical) return <StateMark quiet tone="info" word={t('hints.standing.technical')} />
  if (verdict === 'counts') return null
  if (verdict === 'unsure') return <StateMark quiet tone="info" word={t('hints.watched.unsure')} />
  const by = permittedBy.map((ground) => t(`hints.permittedBy.${ground}`)).join(', ')
  return <StateMark quiet tone="ok" word={t('hints.permittedBy.said', { by })} />
}
