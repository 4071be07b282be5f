import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateMark } from './state-mark.tsx'
import classes from './trust-reasons.module.css'

export type TrustBand = 'first' | 'next' | 'last'
type Standing = 'hint' | 'confirmed' | 'dismissed' | 'permitted' | 'technical'
export type TrustReason = {
  /** Number of the hint. */
  readonly hint: number
  readonly wording: string
  readonly standing: Standing
  readonly points: number
  readonly rule: string
  /** Server's clock, Unix ms. */
  readonly fromMs: number
}

const bandTone = { first: 'warn', next: 'info', last: 'ok' } as const

export function useTrustNumber(): (points: number) => string {
  const { i18n } = useTranslation()
  return (points) => new Intl.NumberFormat(i18n.language).format(points)
}

/** The points and the place in the queue they lead to; both decide nothing. */
export function TrustPoints({
  points,
  band,
  small,
}: {
  readonly points: number
  readonly band: TrustBand
  readonly small?: boolean
}) {
  const { t } = useTranslation()
  const number = useTrustNumber()
  return (
    <div className={classes.score}>
      <span className={classes.points} data-small={small || undefined}>
        {t('hints.trust.points', { points: number(points) })}
      </span>
      <StateMark quiet={small ?? false} tone={bandTone[band]} word={t(`hints.trust.band.${band}`)} />
    </div>
  )
}

/** What each point was taken for; `place` draws the way to the moment in the recording. */
export function TrustReasons<R extends TrustReason>({
  reasons,
  place,
}: {
  readonly reasons: readonly R[]
  readonly place: (reason: R) => ReactNode
}) {
  const { t } = useTranslation()
  const number = useTrustNumber()
  return (
    <ul className={classes.rows}>
      {reasons.map((reason) => {
        const { hint, wording, standing, points, rule } = reason
        return (
          <li key={hint} className={classes.row}>
            <span className={classes.wording}>
              {wording} · {place(reason)}
              {rule === 'cap_of_code' ? ` · ${t('hints.trust.cap')}` : null}
              {rule === 'floor' ? ` · ${t('hints.trust.floor')}` : null}
            </span>
            <StateMark
              quiet
              tone={standing === 'confirmed' ? 'bad' : standing === 'hint' ? 'warn' : 'ok'}
              word={t(`hints.standing.${standing}`)}
            />
            <span className={classes.number}>
              {points > 0
                ? t('hints.trust.minus', { points: number(points) })
                : t(rule === 'no_weight' ? 'hints.trust.noWeight' : 'hints.trust.zero')}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
