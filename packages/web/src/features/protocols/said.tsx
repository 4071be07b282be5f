import type { ReactNode } from 'react'
import classes from './protocols.module.css'

/** An answer that can not be changed here any more. */
export function Said({ about, children }: { about: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.row}>
      <div>{about}</div>
      <strong>{children}</strong>
    </div>
  )
}
