import classes from './dashboards.module.css'
import type { Tone } from '../../ui/tone.ts'

export type Figure = { readonly name: string; readonly value: string | number; readonly tone?: Tone }

/** A few large numbers with what each of them counts. */
export function Figures({ all }: { all: readonly Figure[] }) {
  return (
    <dl className={classes.figures}>
      {all.map(({ name, value, tone }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-tone={tone}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
