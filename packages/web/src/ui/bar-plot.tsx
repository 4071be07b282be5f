import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './bar-plot.module.css'
import type { Tone } from './tone.ts'

export type Bar = {
  readonly name: string
  readonly value: number
  /** As it is written above the bar, where that is not the number itself. */
  readonly word?: string
  readonly tone?: Tone
}

const HEIGHT = 190
const TOP = 22
const FLOOR = 160

/**
 * Bars beside each other. Who does not see the picture has the table under it; widths are shares of the room there is, so
 * that letters keep their size on a phone.
 */
export function BarPlot({
  label,
  unit,
  along,
  bars,
  table,
}: {
  readonly label: string
  /** What the height of a bar counts. */
  readonly unit: string
  /** What stands along the floor, where the names do not say it. */
  readonly along?: string
  readonly bars: readonly Bar[]
  readonly table: ReactNode
}) {
  const { t } = useTranslation()
  const most = Math.max(...bars.map(({ value }) => value), 0)
  const room = 100 / Math.max(1, bars.length)
  return (
    <figure className={classes.plot}>
      <p className={classes.unit} aria-hidden>
        {unit}
      </p>
      <svg className={classes.picture} height={HEIGHT} role="img" aria-label={label}>
        {bars.map(({ name, value, word, tone }, i) => {
          const height = most === 0 ? 0 : (value / most) * (FLOOR - TOP)
          const middle = `${(i + 0.5) * room}%`
          return (
            <g key={name}>
              <rect
                className={classes.bar}
                data-tone={tone}
                x={`${(i + 0.12) * room}%`}
                width={`${room * 0.76}%`}
                y={FLOOR - height}
                height={height}
              />
              {value > 0 ? (
                <text className={classes.value} x={middle} y={FLOOR - height - 6}>
                  {word ?? value}
                </text>
              ) : null}
              <text className={classes.name} x={middle} y={FLOOR + 18}>
                {name}
              </text>
            </g>
          )
        })}
        <line className={classes.axis} x1="0" x2="100%" y1={FLOOR} y2={FLOOR} />
      </svg>
      {along ? (
        <p className={classes.along} aria-hidden>
          {along}
        </p>
      ) : null}
      <details className={classes.more}>
        <summary>{t('dashboards.table')}</summary>
        {table}
      </details>
    </figure>
  )
}
