import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import classes from './hints.module.css'

const sensors = ['face', 'objects', 'picture', 'sound', 'screen', 'browser', 'link'] as const

type Row = {
  readonly code: string
  readonly wording: string
  readonly sensor: (typeof sensors)[number]
  readonly verdict: 'counts' | 'permitted' | 'unsure'
  readonly because: readonly string[]
}

export function Told({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={classes.told}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

/** By what is looked with, each with what the rules of this exam allow. */
export function WatchedList({ watched }: { watched: readonly Row[] }) {
  const { t } = useTranslation()
  return sensors
    .map((sensor) => ({ sensor, rows: watched.filter((row) => row.sensor === sensor) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ sensor, rows }) => (
      <Card key={sensor} title={t(`hints.sensor.${sensor}`)}>
        <ul className={classes.rows}>
          {rows.map(({ code, wording, verdict }) => (
            <li key={code} className={classes.row}>
              <span className={classes.wording}>{wording}</span>
              {verdict === 'counts' ? null : (
                <StateMark
                  quiet
                  tone={verdict === 'permitted' ? 'ok' : 'info'}
                  word={t(`hints.watched.${verdict}`)}
                />
              )}
            </li>
          ))}
        </ul>
      </Card>
    ))
}
