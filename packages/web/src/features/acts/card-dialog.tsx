import { Button, TextInput } from '@mantine/core'
import { type ActView, changeCard, listActs, readAct } from '@ochno/contract/acts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './acts.module.css'

/** The card of a draft: order, the two days and the approval steps. */
export function CardDialog({ act, onClose }: { act: ActView; onClose: () => void }) {
  const { t } = useTranslation()
  const changing = useDo(changeCard, [readAct, listActs])
  const [card, setCard] = useState(act.card)
  const setStep = (at: number, change: Partial<(typeof card.steps)[number]>) =>
    setCard({ ...card, steps: card.steps.map((step, i) => (i === at ? { ...step, ...change } : step)) })
  const submit = async () => {
    const answer = await changing.run({ params: { aid: act.id }, body: card })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('acts.card.edit')}
      failure={changing.failure}
      submit={t('acts.card.save')}
      busy={changing.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={t('acts.list.name')}
        value={card.title}
        onChange={(event) => setCard({ ...card, title: event.currentTarget.value })}
        maxLength={500}
        required
        withAsterisk={false}
      />
      <div className={classes.fields}>
        <TextInput
          label={t('acts.card.order')}
          value={card.order ?? ''}
          onChange={(event) => setCard({ ...card, order: event.currentTarget.value || null })}
          maxLength={200}
        />
        <TextInput
          type="date"
          label={t('acts.card.approvedOn')}
          value={card.approvedOn ?? ''}
          onChange={(event) => setCard({ ...card, approvedOn: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={t('acts.card.effectiveFrom')}
          value={card.effectiveFrom ?? ''}
          onChange={(event) => setCard({ ...card, effectiveFrom: event.currentTarget.value || null })}
        />
      </div>
      {card.steps.map((step, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
        <div className={classes.fields} key={at}>
          <TextInput
            label={t('acts.card.body')}
            value={step.body}
            onChange={(event) => setStep(at, { body: event.currentTarget.value })}
            maxLength={300}
            required
            withAsterisk={false}
          />
          <TextInput
            label={t('acts.card.number')}
            value={step.number ?? ''}
            onChange={(event) => setStep(at, { number: event.currentTarget.value || null })}
            maxLength={100}
          />
          <TextInput
            type="date"
            label={t('acts.card.date')}
            value={step.date ?? ''}
            onChange={(event) => setStep(at, { date: event.currentTarget.value || null })}
          />
          <Button
            variant="default"
            onClick={() => setCard({ ...card, steps: card.steps.filter((_, i) => i !== at) })}
          >
            {t('acts.card.dropStep')}
          </Button>
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => setCard({ ...card, steps: [...card.steps, { body: '', number: null, date: null }] })}
      >
        {t('acts.card.addStep')}
      </Button>
    </FormSheet>
  )
}
