import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './check-row.module.css'
import { StateMark } from './state-mark.tsx'
import type { Tone } from './tone.ts'

/** One thing that is checked: its name, how it stands, what to do, and what shows it. */
export function CheckRow({
  name,
  tone,
  word,
  busy,
  text,
  children,
}: {
  name: string
  tone: Tone
  word: string
  busy?: boolean
  text?: string
  children?: ReactNode
}) {
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <span className={classes.name}>{name}</span>
        <span className={classes.state} role="status">
          {busy ? (
            <span className={classes.busy}>
              <Loader size={16} aria-hidden />
              {word}
            </span>
          ) : (
            <StateMark tone={tone} word={word} />
          )}
        </span>
      </div>
      {text ? <p className={classes.text}>{text}</p> : null}
      {children}
    </li>
  )
}

export function CheckList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  )
}
