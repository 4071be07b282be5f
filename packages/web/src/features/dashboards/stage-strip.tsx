import { stages, type Stage } from '@ochno/domain/report/today'
import { useTranslation } from 'react-i18next'
import classes from './dashboards.module.css'

type Counts = Readonly<Record<Stage, number>>

/** Everybody of an exam as one strip, and under it in words; who is nowhere is not named. */
export function StageStrip({ counts, people }: { counts: Counts; people: number }) {
  const { t } = useTranslation()
  const some = stages.filter((stage) => counts[stage] > 0)
  let from = 0
  return (
    <>
      <svg className={classes.strip} height="14" aria-hidden>
        {some.map((stage) => {
          const [x, width] = [(from / people) * 100, (counts[stage] / people) * 100]
          from += counts[stage]
          return (
            <rect
              key={stage}
              data-stage={stage}
              x={`${x}%`}
              width={`${Math.max(0, width - 0.3)}%`}
              height="14"
            />
          )
        })}
      </svg>
      <ul className={classes.stages}>
        {some.map((stage) => (
          <li key={stage}>
            <svg className={classes.dot} aria-hidden>
              <rect data-stage={stage} width="12" height="12" rx="3" />
            </svg>
            {t('dashboards.today.stageOf', {
              stage: t(`dashboards.stages.${stage}`),
              count: counts[stage],
            })}
          </li>
        ))}
      </ul>
    </>
  )
}
