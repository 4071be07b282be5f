import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './page.module.css'

type PageProps = {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'wide'
  readonly children?: ReactNode
}

/** One page: its name (also of the browser's tab), a sentence about it, what can be done, the content. */
export function Page({ title, lead, actions, width = 'wide', children }: PageProps) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${title} · ${t('common.product')}`
  }, [title, t])
  return (
    <div className={classes.page} data-width={width}>
      <div className={classes.head}>
        <div>
          <h1 className={classes.title}>{title}</h1>
          {lead ? <p className={classes.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
      {children}
    </div>
  )
}

type CardProps = {
  readonly title?: string
  /** Comes in the place of what was worked with before: the focus goes to its heading, or it would be lost. */
  readonly takesFocus?: boolean
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

export function Card({ title, takesFocus = false, lead, actions, children }: CardProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus])
  return (
    <section className={classes.card}>
      {title || actions ? (
        <div className={classes.cardHead}>
          {title ? (
            <h2 ref={heading} tabIndex={takesFocus ? -1 : undefined} className={classes.cardTitle}>
              {title}
            </h2>
          ) : null}
          {actions ? <div className={classes.actions}>{actions}</div> : null}
        </div>
      ) : null}
      {lead ? <p className={classes.cardLead}>{lead}</p> : null}
      {children}
    </section>
  )
}

/** Side by side where there is room. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className={classes.columns}>{children}</div>
}

export function Rows({ children, gap = 'md' }: { children: ReactNode; gap?: 'sm' | 'md' | 'lg' }) {
  return (
    <div className={classes.rows} data-gap={gap}>
      {children}
    </div>
  )
}

export function Bar({ children }: { children: ReactNode }) {
  return <div className={classes.bar}>{children}</div>
}
