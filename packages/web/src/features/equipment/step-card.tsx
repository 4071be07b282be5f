import type { CheckView } from '@ochno/contract/equipment'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './equipment.module.css'
import { rowsOfStep, type StepName, toneOf } from './steps.ts'
import { useEquipmentWords } from '../../machine/words.ts'

export type StepProps = {
  readonly check: CheckView | null
  readonly extra: readonly string[]
}

/** One step: what it does, its button and picture, and below what was found, with the clause and with what to do. */
export function StepCard({
  step,
  check,
  extra,
  children,
}: StepProps & { readonly step: StepName; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const words = useEquipmentWords()
  const rows = rowsOfStep(check, step)
  const staff = check?.place === 'staff'
  return (
    <Card title={t(`equipment.steps.${step}.name`)}>
      <Rows gap="sm">
        <p className={classes.hint}>{t(`equipment.steps.${step}.hint`)}</p>
        {children}
        {check && rows.length > 0 ? (
          <ul className={classes.rows} aria-label={t(`equipment.steps.${step}.name`)}>
            {rows.map((row) => {
              const found = words.found(row.item, check.facts)
              const advice = words.advice(row, extra)
              // What no act asks for is told, not held against anybody.
              const soft = row.verdict === 'risk' && (staff || row.source.from === 'recording')
              return (
                <li key={row.item} className={classes.row}>
                  <div className={classes.rowHead}>
                    <span className={classes.name}>{t(`equipment.items.${row.item}`)}</span>
                    <StateMark
                      tone={toneOf[row.verdict]}
                      word={t(soft ? 'equipment.verdict.riskHere' : `equipment.verdict.${row.verdict}`)}
                    />
                  </div>
                  {found ? <p className={classes.text}>{found}</p> : null}
                  {advice ? <p className={classes.text}>{advice}</p> : null}
                  <p className={classes.source}>{words.source(row.source)}</p>
                </li>
              )
            })}
          </ul>
        ) : null}
      </Rows>
    </Card>
  )
}
