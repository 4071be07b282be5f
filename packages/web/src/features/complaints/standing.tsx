import type { MyComplaint } from '@ochno/contract/complaints'
import { useTranslation } from 'react-i18next'
import { moment } from '../../ui/moment.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'

const tones: Readonly<Record<MyComplaint['state'], Tone>> = {
  received: 'idle',
  looked_at: 'info',
  answered: 'ok',
}

/** Where a complaint is: who looks at it, by when it is answered, and the answer. */
export function Standing({ row, zone }: { row: MyComplaint; zone: string }) {
  const { t, i18n } = useTranslation()
  const said = (at: string) => moment(at, zone, i18n.language)
  const { state, overdue, due, taken, answered } = row
  return (
    <>
      <StateMark quiet tone={tones[state]} word={t(`complaints.states.${state}`)} />
      {overdue ? <StateMark quiet tone="bad" word={t('complaints.overdue')} /> : null}
      {answered ? null : <div>{due ? t('complaints.due', { at: said(due) }) : t('complaints.noDue')}</div>}
      {taken && !answered ? (
        <div>{t('complaints.takenBy', { name: taken.name, at: said(taken.at) })}</div>
      ) : null}
      {answered ? (
        <>
          <div>
            <strong>{t(`complaints.outcomes.${answered.outcome}`)}</strong>
          </div>
          <div>{answered.text}</div>
          <div>{t('complaints.answeredBy', { name: answered.name, at: said(answered.at) })}</div>
        </>
      ) : null}
    </>
  )
}
