import type { RateView } from '@ochno/contract/dashboards'
import { useTranslation } from 'react-i18next'
import classes from './dashboards.module.css'
import { usePercent } from './percent.ts'

/** A share as a point on a rail from 0 to 100 %, and the stretch it may really lie in; all of it in words too. */
export function RateMark({ rate }: { rate: RateView }) {
  const { t } = useTranslation()
  const percent = usePercent()
  if (!rate) return <>{t('dashboards.fairness.undecided')}</>
  const at = (share: number) => `${2 + share * 96}%`
  return (
    <div className={classes.rate}>
      <span>
        {t('dashboards.fairness.rate', { percent: percent(rate.share), part: rate.part, of: rate.of })}
      </span>
      <svg height="12" aria-hidden>
        <line className={classes.rail} x1={at(0)} x2={at(1)} y1="6" y2="6" />
        <line className={classes.whisker} x1={at(rate.low)} x2={at(rate.high)} y1="6" y2="6" />
        <circle className={classes.point} cx={at(rate.share)} cy="6" r="5" />
      </svg>
      <span className={classes.range}>
        {t('dashboards.fairness.range', { low: percent(rate.low), high: percent(rate.high) })}
      </span>
    </div>
  )
}
