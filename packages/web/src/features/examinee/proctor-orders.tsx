import { Button } from '@mantine/core'
import { type ConductView, sayToProctor } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/client.ts'
import { Notice } from '../../ui/notice.tsx'
import { chime } from './chime.ts'
import classes from './talk.module.css'
import { notReached, type Order, unanswered } from './unanswered.ts'

/** R3-4.2.6.1, R4-7.5a: warnings and instructions stand above the task, are heard, and their arrival is told. */
export function ProctorOrders({
  session,
  rows,
  children,
}: {
  session: SessionId
  rows: readonly ConductView[]
  /** What else the proctor asks for just now. */
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())
  const standing = unanswered(rows, closed)
  useArrival(session, standing, rows)
  const done = (order: Order) => {
    const kind = order.entry.kind === 'instruction' ? 'followed' : 'read'
    void call(sayToProctor, { params: { sid: session }, body: { kind, of: order.seq } })
    setClosed((before) => new Set(before).add(order.seq))
  }
  return (
    <div className={classes.orders}>
      {children}
      {standing.map((order) => (
        <Notice
          key={order.seq}
          tone={order.entry.kind === 'warning' ? 'bad' : 'warn'}
          live="alert"
          title={t(`exam.proctor.${order.entry.kind}`)}
          action={
            <Button onClick={() => done(order)}>
              {t(order.entry.kind === 'warning' ? 'exam.proctor.understood' : 'exam.proctor.done')}
            </Button>
          }
        >
          {order.entry.text}
        </Notice>
      ))}
    </div>
  )
}

/** Told once for each medium: shown when the page is in sight, heard when the notes have really been played. */
function useArrival(session: SessionId, standing: readonly Order[], rows: readonly ConductView[]): void {
  const told = useRef(new Set<string>())
  useEffect(() => {
    const tell = (of: number, medium: 'text' | 'audio') =>
      call(sayToProctor, { params: { sid: session }, body: { kind: 'reached', of, medium } })
    const arrive = () => {
      if (document.visibilityState !== 'visible') return
      for (const order of standing)
        for (const medium of notReached(order, rows)) {
          const key = `${order.seq} ${medium}`
          if (told.current.has(key)) continue
          told.current.add(key)
          if (medium === 'text') void tell(order.seq, 'text')
          else
            void chime().then((heard) => {
              if (heard) void tell(order.seq, 'audio')
              // A browser lets a page sound only after a touch.
              else addEventListener('pointerdown', () => told.current.delete(key), { once: true })
            })
        }
    }
    arrive()
    document.addEventListener('visibilitychange', arrive)
    return () => document.removeEventListener('visibilitychange', arrive)
  }, [session, standing, rows])
}
