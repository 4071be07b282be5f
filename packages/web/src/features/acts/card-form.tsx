// The title page of an act, part by part; a part that stands at this stage is shown and does not change.
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ActView, forces, stepKinds } from '@ochno/contract/acts'
import type { CardPart } from '@ochno/domain/regulation/card-stages'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar } from '../../ui/page.tsx'
import classes from './acts.module.css'
import type { CardErrors } from './card-errors.ts'

type Card = ActView['card']
export type CardFormProps = {
  readonly card: Card
  readonly onChange: (card: Card) => void
  readonly errors: CardErrors
  readonly may: (part: CardPart) => boolean
}

const orNull = (typed: string): string | null => typed || null

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}

export function CardForm(props: CardFormProps) {
  return (
    <>
      <TextFields {...props} />
      <StepFields {...props} />
      <ApprovalFields {...props} />
      <GroundFields {...props} />
      <FileFields {...props} />
    </>
  )
}

function TextFields({ card, onChange, errors, may }: CardFormProps) {
  const { t } = useTranslation()
  return (
    <Part title={t('actEditing.card.name')}>
      <Textarea
        label={t('actEditing.card.title')}
        description={t('actEditing.card.titleHint')}
        value={card.title}
        onChange={(event) => onChange({ ...card, title: event.currentTarget.value })}
        error={errors('title')}
        disabled={!may('text')}
        maxLength={500}
        autosize
        maxRows={6}
      />
      <TextInput
        label={t('actEditing.card.code')}
        description={t('actEditing.card.codeHint')}
        value={card.code ?? ''}
        onChange={(event) => onChange({ ...card, code: orNull(event.currentTarget.value) })}
        error={errors('code')}
        disabled={!may('text')}
        maxLength={100}
      />
    </Part>
  )
}

function StepFields({ card, onChange, errors, may }: CardFormProps) {
  const { t } = useTranslation()
  const closed = !may('approval')
  const setStep = (at: number, change: Partial<Card['steps'][number]>) =>
    onChange({ ...card, steps: card.steps.map((step, i) => (i === at ? { ...step, ...change } : step)) })
  return (
    <Part title={t('actEditing.card.steps')}>
      <div className={classes.quiet}>{t('actEditing.card.stepsHint')}</div>
      {card.steps.map((step, at) => (
        <fieldset
          aria-label={t('actEditing.card.step', { at: at + 1 })}
          className={classes.line}
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place alone
          key={at}
        >
          <div className={classes.fields}>
            <NativeSelect
              label={t('actEditing.card.kind')}
              value={step.kind}
              onChange={(event) =>
                setStep(at, { kind: stepKinds.find((one) => one === event.currentTarget.value) ?? 'agreed' })
              }
              data={stepKinds.map((value) => ({ value, label: t(`actEditing.card.kinds.${value}`) }))}
              disabled={closed}
            />
            <TextInput
              label={t('actEditing.card.body')}
              value={step.body}
              onChange={(event) => setStep(at, { body: event.currentTarget.value })}
              error={errors(`steps.${at}.body`)}
              disabled={closed}
              maxLength={300}
            />
            <TextInput
              label={t('actEditing.card.number')}
              value={step.number ?? ''}
              onChange={(event) => setStep(at, { number: orNull(event.currentTarget.value) })}
              error={errors(`steps.${at}.number`)}
              disabled={closed || !step.numbered}
              maxLength={100}
            />
            <TextInput
              type="date"
              label={t('actEditing.card.date')}
              value={step.date ?? ''}
              onChange={(event) => setStep(at, { date: orNull(event.currentTarget.value) })}
              error={errors(`steps.${at}.date`)}
              disabled={closed}
            />
          </div>
          <Checkbox
            label={t('actEditing.card.numbered')}
            checked={step.numbered}
            onChange={(event) =>
              setStep(
                at,
                event.currentTarget.checked ? { numbered: true } : { numbered: false, number: null },
              )
            }
            disabled={closed}
          />
          {closed ? null : (
            <Bar>
              <Button
                variant="default"
                size="xs"
                aria-label={t('actEditing.card.dropStepNamed', { at: at + 1 })}
                onClick={() => onChange({ ...card, steps: card.steps.filter((_, i) => i !== at) })}
              >
                {t('actEditing.card.dropStep')}
              </Button>
            </Bar>
          )}
        </fieldset>
      ))}
      {closed || card.steps.length >= 20 ? null : (
        <Bar>
          <Button
            variant="default"
            onClick={() =>
              onChange({
                ...card,
                steps: [
                  ...card.steps,
                  { kind: 'agreed', body: '', numbered: false, number: null, date: null },
                ],
              })
            }
          >
            {t('actEditing.card.addStep')}
          </Button>
        </Bar>
      )}
    </Part>
  )
}

function ApprovalFields({ card, onChange, errors, may }: CardFormProps) {
  const { t } = useTranslation()
  const closed = !may('approval')
  const { approver } = card
  return (
    <Part title={t('actEditing.card.approval')}>
      <div className={classes.fields}>
        <TextInput
          label={t('actEditing.card.post')}
          value={approver.post}
          onChange={(event) =>
            onChange({ ...card, approver: { ...approver, post: event.currentTarget.value } })
          }
          disabled={closed}
          maxLength={200}
        />
        <TextInput
          label={t('actEditing.card.approver')}
          value={approver.name}
          onChange={(event) =>
            onChange({ ...card, approver: { ...approver, name: event.currentTarget.value } })
          }
          disabled={closed}
          maxLength={200}
        />
        <TextInput
          label={t('actEditing.card.order')}
          description={t('actEditing.card.orderHint')}
          value={card.order ?? ''}
          onChange={(event) => onChange({ ...card, order: orNull(event.currentTarget.value) })}
          disabled={closed}
          maxLength={200}
        />
        <TextInput
          type="date"
          label={t('actEditing.card.approvedOn')}
          description={t('actEditing.card.approvedOnHint')}
          value={card.approvedOn ?? ''}
          onChange={(event) => onChange({ ...card, approvedOn: orNull(event.currentTarget.value) })}
          error={errors('approvedOn')}
          disabled={closed}
        />
        <NativeSelect
          label={t('actEditing.card.force')}
          value={card.force}
          onChange={(event) =>
            onChange({ ...card, force: forces.find((one) => one === event.currentTarget.value) ?? 'chosen' })
          }
          data={forces.map((value) => ({ value, label: t(`actEditing.card.forces.${value}`) }))}
          disabled={!may('text')}
        />
        {card.force === 'order_date' ? null : (
          <TextInput
            type="date"
            label={t('actEditing.card.effectiveFrom')}
            value={card.effectiveFrom ?? ''}
            onChange={(event) => onChange({ ...card, effectiveFrom: orNull(event.currentTarget.value) })}
            error={errors('effectiveFrom')}
            disabled={closed}
          />
        )}
      </div>
    </Part>
  )
}

function GroundFields({ card, onChange, errors, may }: CardFormProps) {
  const { t } = useTranslation()
  const closed = !may('text')
  const setGround = (at: number, change: Partial<Card['grounds'][number]>) =>
    onChange({ ...card, grounds: card.grounds.map((one, i) => (i === at ? { ...one, ...change } : one)) })
  return (
    <Part title={t('actEditing.card.grounds')}>
      {card.grounds.map((ground, at) => (
        <fieldset
          aria-label={t('actEditing.card.groundAt', { at: at + 1 })}
          className={classes.line}
          // biome-ignore lint/suspicious/noArrayIndexKey: a ground is known by its place alone
          key={at}
        >
          <Textarea
            label={t('actEditing.card.ground')}
            value={ground.act}
            onChange={(event) => setGround(at, { act: event.currentTarget.value })}
            error={errors(`grounds.${at}.act`)}
            disabled={closed}
            maxLength={500}
            autosize
            maxRows={4}
          />
          <div className={classes.fields}>
            <TextInput
              label={t('actEditing.card.groundNumber')}
              value={ground.number ?? ''}
              onChange={(event) => setGround(at, { number: orNull(event.currentTarget.value) })}
              disabled={closed}
              maxLength={100}
            />
            <TextInput
              type="date"
              label={t('actEditing.card.date')}
              value={ground.date ?? ''}
              onChange={(event) => setGround(at, { date: orNull(event.currentTarget.value) })}
              error={errors(`grounds.${at}.date`)}
              disabled={closed}
            />
          </div>
          {closed ? null : (
            <Bar>
              <Button
                variant="default"
                size="xs"
                aria-label={t('actEditing.card.dropGroundNamed', { at: at + 1 })}
                onClick={() => onChange({ ...card, grounds: card.grounds.filter((_, i) => i !== at) })}
              >
                {t('actEditing.card.dropGround')}
              </Button>
            </Bar>
          )}
        </fieldset>
      ))}
      {closed || card.grounds.length >= 50 ? null : (
        <Bar>
          <Button
            variant="default"
            onClick={() =>
              onChange({ ...card, grounds: [...card.grounds, { act: '', number: null, date: null }] })
            }
          >
            {t('actEditing.card.addGround')}
          </Button>
        </Bar>
      )}
      <Textarea
        label={t('actEditing.card.otherActs')}
        description={t('actEditing.card.otherActsHint')}
        value={card.otherActs.join('\n')}
        onChange={(event) =>
          onChange({
            ...card,
            otherActs: event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'),
          })
        }
        error={errors('otherActs')}
        disabled={closed}
        autosize
        minRows={2}
        maxRows={8}
      />
    </Part>
  )
}

function FileFields({ card, onChange, errors, may }: CardFormProps) {
  const { t } = useTranslation()
  const closed = !may('publication')
  const signature = card.signature ?? { signer: '', at: '' }
  const sign = (change: Partial<typeof signature>) => {
    const next = { ...signature, ...change }
    onChange({ ...card, signature: next.signer || next.at ? next : null })
  }
  return (
    <Part title={t('actEditing.card.file')}>
      <div className={classes.fields}>
        <TextInput
          label={t('actEditing.card.signer')}
          value={signature.signer}
          onChange={(event) => sign({ signer: event.currentTarget.value })}
          error={errors('signature.signer')}
          disabled={closed}
          maxLength={300}
        />
        <TextInput
          label={t('actEditing.card.signedAt')}
          description={t('actEditing.card.signedAtHint')}
          value={signature.at}
          onChange={(event) => sign({ at: event.currentTarget.value })}
          error={errors('signature.at')}
          disabled={closed}
          maxLength={60}
        />
      </div>
      <TextInput
        inputMode="url"
        label={t('actEditing.card.publicUrl')}
        description={t('actEditing.card.publicUrlHint')}
        value={card.publicUrl ?? ''}
        onChange={(event) => onChange({ ...card, publicUrl: orNull(event.currentTarget.value) })}
        error={errors('publicUrl')}
        disabled={closed}
        maxLength={1000}
      />
    </Part>
  )
}
