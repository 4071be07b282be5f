import { Button } from '@mantine/core'
import type { ActView } from '@ochno/contract/acts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import classes from './acts.module.css'
import { CardDialog } from './card-dialog.tsx'
import { useDay } from './day.ts'
import { tidyTitle } from './reading.ts'

export function ActCard({ act, editable }: { act: ActView; editable: boolean }) {
  const { t } = useTranslation()
  const day = useDay()
  const [editing, setEditing] = useState(false)
  const none = t('acts.card.none')
  const { card } = act
  const facts: readonly (readonly [string, string])[] = [
    [t('acts.card.code'), card.code ?? none],
    [
      t('actEditing.card.approvedBy'),
      [card.approver.post, card.approver.name].filter(Boolean).join(' ') || none,
    ],
    [t('acts.card.order'), card.order ?? none],
    [t('acts.card.approvedOn'), card.approvedOn ? day(card.approvedOn) : none],
    [t('acts.card.effectiveFrom'), card.effectiveFrom ? day(card.effectiveFrom) : none],
    [t('acts.card.signature'), card.signature ? `${card.signature.signer}, ${card.signature.at}` : none],
  ]
  const steps = card.steps.map((step) =>
    [t(`actEditing.card.kinds.${step.kind}`), step.body, step.number, step.date ? day(step.date) : none]
      .filter(Boolean)
      .join(', '),
  )
  const grounds = card.grounds.map(({ act: name, number, date }) =>
    [name, number ? `№ ${number}` : null, date ? day(date) : null].filter(Boolean).join(', '),
  )
  return (
    <Card
      title={t('acts.card.title')}
      actions={
        editable ? (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('acts.card.edit')}
          </Button>
        ) : null
      }
    >
      <dl className={classes.facts}>
        <div className={classes.wide}>
          <dt>{t('acts.card.fullTitle')}</dt>
          <dd className={classes.long}>{tidyTitle(card.title)}</dd>
        </div>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className={classes.wide}>
          <dt>{t('acts.card.steps')}</dt>
          <dd className={classes.long}>{steps.length ? <Lines lines={steps} /> : none}</dd>
        </div>
        <div className={classes.wide}>
          <dt>{t('acts.card.grounds')}</dt>
          <dd className={classes.long}>
            {card.grounds.length ? (
              <details>
                <summary>{t('acts.card.groundsCount', { count: card.grounds.length })}</summary>
                <Lines lines={grounds} />
              </details>
            ) : (
              none
            )}
          </dd>
        </div>
        {card.otherActs.length ? (
          <div className={classes.wide}>
            <dt>{t('actEditing.card.otherActs')}</dt>
            <dd className={classes.long}>{card.otherActs.join('; ')}</dd>
          </div>
        ) : null}
        {card.publicUrl ? (
          <div className={classes.wide}>
            <dt>{t('actEditing.card.publicUrl')}</dt>
            <dd className={classes.long}>
              <a href={card.publicUrl} target="_blank" rel="noreferrer" className={classes.link}>
                {card.publicUrl}
              </a>
            </dd>
          </div>
        ) : null}
      </dl>
      {editing ? <CardDialog act={act} onClose={() => setEditing(false)} /> : null}
    </Card>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={classes.plain}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
