import type { TrialView } from '@ochno/contract/trial'
import { useTranslation } from 'react-i18next'
import { useEquipmentWords } from '../../../machine/words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { Rows } from '../../../ui/page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import classes from './trial.module.css'

type Weight = TrialView['mend'][number]['weight']

/** Advice to one person: what would stop the exam first, what would only disturb it after. */
export function MendList({ mend, machine }: Pick<TrialView, 'mend' | 'machine'>) {
  const { t } = useTranslation()
  const words = useEquipmentWords()
  if (mend.length + machine.length === 0) return <Notice tone="ok" live="status" title={t('trial.allWell')} />
  const linesOf = (weight: Weight): readonly string[] => {
    const found = machine.filter((one) => one.weight === weight)
    const left = found.filter(({ why }) => why === null)
    return [
      ...(left.length > 0 ? [t('trial.unchecked', { names: words.names(left) })] : []),
      ...found.flatMap((one) => {
        if (one.why === null) return []
        const text = words.advice(one, [])
        const name = t(`equipment.items.${one.item}`)
        return [text ? t('trial.below', { name, text }) : name]
      }),
      ...mend
        .filter((one) => one.weight === weight)
        .map(({ code, step }) => t(`trial.mend.${code}`, { step: step ? t(`door.steps.${step}.name`) : '' })),
    ]
  }
  return (
    <Rows>
      <ul className={classes.mend} aria-label={t('trial.toMend')}>
        {(['must', 'should'] as const).flatMap((weight) =>
          linesOf(weight).map((line) => (
            <li key={line}>
              <StateMark
                quiet
                tone={weight === 'must' ? 'bad' : 'warn'}
                word={t(`trial.weights.${weight}`)}
              />
              <span>{line}</span>
            </li>
          )),
        )}
      </ul>
      <p className={classes.line}>
        <a href="/exam/equipment">{t('equipment.home.open')}</a>
        {' · '}
        <a href="/help">{t('support.ask')}</a>
      </p>
    </Rows>
  )
}
