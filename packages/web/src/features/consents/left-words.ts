import type { RecordingLeft, WithdrawalView } from '@ochno/contract/withdrawals'
import type { TFunction } from 'i18next'

/** What is left of a recording, in one sentence; null: there is nothing to say yet. */
export function leftWords(t: TFunction, left: RecordingLeft, day: (iso: string) => string): string | null {
  switch (left.is) {
    case 'none':
      return null
    case 'to_destroy':
      return left.inAct === null
        ? t('consents.left.toDestroy')
        : t('consents.left.inAct', { number: left.inAct })
    case 'destroyed':
      return t('consents.left.destroyed', { number: left.act })
    case 'kept':
      return left.until === null
        ? t(`consents.left.kept.${left.why}`)
        : t('consents.left.keptUntil', {
            why: t(`consents.left.kept.${left.why}`),
            day: day(left.until),
          })
  }
}

/** Nobody has said yet how the exam is taken instead. */
export const waitsForWay = ({ phase, givenAgain, route }: WithdrawalView): boolean =>
  phase === 'before' && !givenAgain && route === null
