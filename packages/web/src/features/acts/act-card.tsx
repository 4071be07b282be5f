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
    [t('acts.card.fullTitle'), tidyTitle(card.title)],
    [t('acts.card.code'), card.code ?? none],
    [t('acts.card.order'), card.order ?? none],
    [t('acts.card.approvedOn'), card.approvedOn ? day(card.approvedOn) : none],
    [t('acts.card.effectiveFrom'), card.effectiveFrom ? day(card.effectiveFrom) : none],
    [
      t('acts.card.steps'),
      card.steps
        .map((step) => [step.body, step.number, step.date ? day(step.date) : none].filter(Boolean).join(', '))
        .join('; ') || none,
    ],
    [t('acts.card.grounds'), card.grounds.join('; ') || none],
    [t('acts.card.signature'), card.signature ? `${card.signature.signer}, ${card.signature.at}` : none],
  ]
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
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {editing ? <CardDialog act={act} onClose={() => setEditing(false)} /> : null}
    </Card>
  )
}
