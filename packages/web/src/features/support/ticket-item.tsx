import type { TicketView } from '@ochno/contract/support'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InList } from '../../ui/long-list.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { When } from '../../ui/when.tsx'
import classes from './support.module.css'

const tones = { open: 'info', routed: 'info', in_work: 'warn', solved: 'ok', closed: 'idle' } as const

export function TicketItem({
  ticket,
  zone,
  asker = false,
  inList,
  children,
}: {
  ticket: TicketView
  zone: string
  /** For support: whose question it is. */
  asker?: boolean
  /** Of a list that comes by pages. */
  inList?: InList
  children?: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <li className={classes.ticket} {...inList}>
      <div className={classes.head}>
        <h3 className={classes.title}>
          {t('support.no', { no: ticket.no })}. {t(`support.topics.${ticket.topic}`)}
        </h3>
        <StateMark tone={tones[ticket.state]} word={t(`support.states.${ticket.state}`)} />
        {asker && ticket.yours ? <StateMark tone="info" word={t('support.yours')} /> : null}
        {ticket.examNow ? <StateMark tone="bad" word={t('support.examNow')} /> : null}
      </div>
      {asker || ticket.exam || ticket.technology ? (
        <p className={classes.facts}>
          {[asker ? ticket.asker : null, ticket.exam, ticket.technology].filter(Boolean).join(' · ')}
        </p>
      ) : null}
      <ul className={classes.words}>
        {ticket.words.map((word) => (
          <li key={`${word.at} ${word.text}`} data-mine={word.mine || undefined}>
            <p className={classes.said}>{word.text}</p>
            <p className={classes.facts}>
              {word.mine ? t('support.you') : word.by}, <When at={word.at} zone={zone} />
            </p>
          </li>
        ))}
      </ul>
      {ticket.device ? <p className={classes.facts}>{ticket.device}</p> : null}
      {children}
    </li>
  )
}
