import { type ReactNode, useEffect } from 'react'
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
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

export function Card({ title, lead, actions, children }: CardProps) {
  return (
    <section className={classes.card}>
      {title || actions ? (
        <div className={classes.cardHead}>
          {title ? <h2 className={classes.cardTitle}>{title}</h2> : null}
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
