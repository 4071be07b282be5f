import { Badge, Button } from '@mantine/core'
import type { ProtocolView } from '@ochno/contract/protocols'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockAt } from '../../ui/clock-at.ts'
import { Card } from '../../ui/page.tsx'
import { AddMarkSheet } from './add-mark-sheet.tsx'
import type { Draft, Part } from './part.ts'
import classes from './protocols.module.css'

type Row = ProtocolView['happened'][number]
type Offer = ProtocolView['offers'][number]

/** The log of the exam as facts, with their times. It answers nothing: rows and marks are the proctor's. */
export function HappenedCard({ view, draft, zone, locked, change }: Part) {
  const { t } = useTranslation()
  const [offer, setOffer] = useState<Offer | null>(null)
  const { happened, watched, offers } = view
  if (happened.length === 0 && offers.length === 0 && !watched) return null
  const fresh = happened.filter((one) => one.fresh).length
  const take = (row: Row) => change({ failure: failureOf(row) })
  return (
    <Card
      title={t('protocols.happened.title')}
      lead={t(fresh ? 'protocols.happened.leadFresh' : 'protocols.happened.lead', { count: fresh })}
    >
      <ul className={classes.list}>
        {happened.map((row) => (
          <li key={row.of} className={classes.item}>
            <div className={classes.row}>
              <div>
                {t(`protocols.happened.is.${row.is}`)}
                {row.text ? `: ${row.text}` : ''}{' '}
                {row.fresh ? (
                  <Badge variant="light" color="blue">
                    {t('protocols.happened.fresh')}
                  </Badge>
                ) : null}
                <span className={classes.quiet}>
                  {spanOf(row, zone)}
                  <Outcome row={row} />
                </span>
              </div>
              {locked || row.is !== 'failure' ? null : (
                <Button
                  variant="default"
                  disabled={draft.failure?.from === row.from}
                  onClick={() => take(row)}
                >
                  {t(
                    draft.failure?.from === row.from ? 'protocols.happened.taken' : 'protocols.happened.take',
                  )}
                </Button>
              )}
            </div>
          </li>
        ))}
        {offers.map((one) => (
          <li key={`offer-${one.of}`} className={classes.item}>
            <div className={classes.row}>
              <div>
                {t('protocols.happened.offer', { wording: one.wording })}
                <span className={classes.quiet}>
                  {clockAt(one.from, zone)}–{clockAt(one.to, zone)} · {t('protocols.happened.offerYours')}
                </span>
              </div>
              {locked || !view.mayMark ? null : (
                <Button variant="default" onClick={() => setOffer(one)}>
                  {t('protocols.marks.add')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {watched ? (
        <p className={classes.quiet}>
          {t('protocols.happened.watched', {
            enlarged: watched.enlargedS,
            listened: watched.listenedS,
            alerts: watched.alerts,
            answered: watched.alertsAnswered,
          })}
        </p>
      ) : null}
      {offer ? <AddMarkSheet view={view} zone={zone} offer={offer} onClose={() => setOffer(null)} /> : null}
    </Card>
  )
}

const spanOf = ({ from, to }: Row, zone: string): string =>
  to ? `${clockAt(from, zone)}–${clockAt(to, zone)}` : clockAt(from, zone)

const failureOf = (row: Row): Draft['failure'] => ({
  from: row.from,
  to: row.to ?? row.from,
  side: row.failure?.side ?? 'unknown',
  description: row.text.slice(0, 500) || '–',
  decision: '',
  couldContinue: true,
})

function Outcome({ row }: { row: Row }) {
  const { t } = useTranslation()
  const { failure, outcome, minutes } = row
  const said = [
    failure
      ? t('protocols.happened.side', {
          side: t(`protocols.failure.sides.${failure.side}`),
        })
      : null,
    failure?.mayPostpone ? t('protocols.happened.mayPostpone') : null,
    outcome ? t(`protocols.happened.outcomes.${outcome}` as 'protocols.happened.outcomes.done') : null,
    minutes === null ? null : t('protocols.happened.minutes', { count: minutes }),
  ].filter(Boolean)
  return said.length ? ` · ${said.join(' · ')}` : null
}
