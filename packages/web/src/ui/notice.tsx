import type { ReactNode } from 'react'
import classes from './notice.module.css'
import { type Tone, toneIcon } from './tone.ts'

export type NoticeProps = {
  readonly tone: Tone
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** `alert` interrupts a screen reader, `status` waits its turn; none for what was there from the start. */
  readonly live?: 'alert' | 'status'
}

export function Notice({ tone, title, children, action, live }: NoticeProps) {
  const Icon = toneIcon[tone]
  return (
    <div className={classes.notice} data-tone={tone} {...(live ? { role: live } : {})}>
      <Icon size={22} stroke={2} aria-hidden className={classes.icon} />
      <div className={classes.body}>
        <p className={classes.title}>{title}</p>
        {children ? <div className={classes.text}>{children}</div> : null}
        {action ? <div className={classes.action}>{action}</div> : null}
      </div>
    </div>
  )
}
