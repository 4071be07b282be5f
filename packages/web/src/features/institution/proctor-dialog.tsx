import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import {
  listProctors,
  type ProctorCardGiven,
  type ProctorCardKept,
  type ProctorLine,
  setProctorCard,
} from '@ochno/contract/appointments'
import { proctorDocuments } from '@ochno/domain/appointment/proctor-rules'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './institution.module.css'

const employers = ['institution', 'provider', 'other_organisation'] as const
const variants = ['sync', 'async', 'offline'] as const

/** As it is typed: an empty day means that there is no such paper. */
const typedOf = (card: ProctorCardKept) => {
  const last = card.qualifications.at(-1)
  return {
    employer: card.employer,
    provider: card.contract?.provider ?? '',
    contractNumber: card.contract?.number ?? '',
    contractFrom: card.contract?.from ?? '',
    contractTo: card.contract?.to ?? '',
    orderNumber: card.order?.number ?? '',
    orderDate: card.order?.date ?? '',
    regulation: card.acknowledged.find((one) => one.document === 'regulation')?.on ?? '',
    review_instruction: card.acknowledged.find((one) => one.document === 'review_instruction')?.on ?? '',
    instructedOn: card.instructed?.on ?? '',
    instructedBy: card.instructed?.by ?? '',
    sync: card.trained.find(({ variant }) => variant === 'sync')?.on ?? '',
    async: card.trained.find(({ variant }) => variant === 'async')?.on ?? '',
    offline: card.trained.find(({ variant }) => variant === 'offline')?.on ?? '',
    secrecyOn: card.secrecy?.on ?? '',
    secrecyAct: card.secrecy?.act ?? '',
    qualifiedOn: last?.on ?? '',
    qualifiedBy: last?.document ?? '',
    education: card.furtherEducation ?? '',
    sheet: '',
  }
}
type Typed = ReturnType<typeof typedOf>

/** What is kept keeps its sheet; what is entered now is signed on the sheet named here, or waits for the proctor. */
function sheetOf(
  before: { on: string; sheet?: string | undefined } | null | undefined,
  on: string,
  typed: string,
) {
  const sheet = before?.on === on && before.sheet ? before.sheet : typed.trim()
  return sheet ? { sheet } : {}
}

function cardOf(typed: Typed, before: ProctorCardKept): ProctorCardGiven {
  const newest = { on: typed.qualifiedOn, document: typed.qualifiedBy.trim() }
  const outside = typed.employer !== 'institution'
  return {
    employer: typed.employer,
    contract:
      outside &&
      typed.provider.trim() &&
      typed.contractNumber.trim() &&
      typed.contractFrom &&
      typed.contractTo
        ? {
            provider: typed.provider,
            number: typed.contractNumber,
            from: typed.contractFrom,
            to: typed.contractTo,
          }
        : null,
    order:
      typed.orderNumber.trim() && typed.orderDate
        ? { number: typed.orderNumber, date: typed.orderDate }
        : null,
    acknowledged: proctorDocuments.flatMap((document) => {
      const on = typed[document]
      const kept = before.acknowledged.find((one) => one.document === document)
      return on ? [{ document, on, ...sheetOf(kept, on, typed.sheet) }] : []
    }),
    instructed:
      typed.instructedOn && typed.instructedBy.trim()
        ? {
            on: typed.instructedOn,
            by: typed.instructedBy,
            ...sheetOf(before.instructed, typed.instructedOn, typed.sheet),
          }
        : null,
    trained: variants.flatMap((variant) => {
      const on = typed[variant]
      const kept = before.trained.find((one) => one.variant === variant)
      return on ? [{ variant, on, ...sheetOf(kept, on, typed.sheet) }] : []
    }),
    secrecy:
      typed.secrecyOn && typed.secrecyAct.trim()
        ? {
            on: typed.secrecyOn,
            act: typed.secrecyAct,
            ...sheetOf(before.secrecy, typed.secrecyOn, typed.sheet),
          }
        : null,
    // Earlier ones stay; the last one is what this form shows.
    qualifications: [
      ...before.qualifications.slice(0, -1),
      ...(newest.on && newest.document ? [newest] : []),
    ],
    furtherEducation: typed.education.trim() || null,
  }
}

export function ProctorDialog({ line, onClose }: { line: ProctorLine; onClose: () => void }) {
  const { t } = useTranslation()
  const setting = useDo(setProctorCard, [listProctors])
  const [typed, setTyped] = useState(() => typedOf(line.card))
  const [another, setAnother] = useState(false)
  const submit = async () => {
    const { qualifications } = line.card
    const last = qualifications.at(-1)
    const before = another && last ? [...qualifications, last] : qualifications
    const body = cardOf(typed, { ...line.card, qualifications: before })
    const answer = await setting.run({ params: { id: line.person.id }, body })
    if (answer.ok) onClose()
  }
  const field = (name: keyof Typed, max = 200) => (
    <TextInput
      label={t(`institution.proctors.fields.${name}`)}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      maxLength={max}
    />
  )
  const date = (name: keyof Typed) => (
    <TextInput
      type="date"
      label={t(`institution.proctors.fields.${name}`)}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
    />
  )
  return (
    <FormSheet
      title={t('institution.proctors.papersOf', { name: line.person.name })}
      failure={setting.failure}
      submit={t('institution.save')}
      busy={setting.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('institution.proctors.employer')}
        value={typed.employer}
        onChange={(event) =>
          setTyped({
            ...typed,
            employer: employers.find((one) => one === event.currentTarget.value) ?? typed.employer,
          })
        }
        data={employers.map((value) => ({ value, label: t(`institution.proctors.employers.${value}`) }))}
      />
      {typed.employer === 'institution' ? null : (
        <fieldset className={classes.row}>
          <legend>{t('institution.proctors.contract')}</legend>
          <p className={classes.quiet}>{t('institution.proctors.outsideHint')}</p>
          {field('provider', 300)}
          <div className={classes.fields}>
            {field('contractNumber', 100)}
            {date('contractFrom')}
            {date('contractTo')}
          </div>
        </fieldset>
      )}
      <fieldset className={classes.row}>
        <legend>{t('institution.proctors.appointment')}</legend>
        <div className={classes.fields}>
          {field('orderNumber', 100)}
          {date('orderDate')}
          {field('secrecyAct')}
          {date('secrecyOn')}
        </div>
      </fieldset>
      <fieldset className={classes.row}>
        <legend>{t('institution.proctors.preparation')}</legend>
        <div className={classes.fields}>
          {date('regulation')}
          {date('review_instruction')}
          {date('instructedOn')}
          {field('instructedBy')}
          {date('sync')}
          {date('async')}
          {date('offline')}
        </div>
        <TextInput
          label={t('institution.proctors.fields.sheet')}
          description={t('institution.proctors.sheetHint')}
          value={typed.sheet}
          onChange={(event) => setTyped({ ...typed, sheet: event.currentTarget.value })}
          maxLength={200}
        />
      </fieldset>
      <fieldset className={classes.row}>
        <legend>{t('institution.proctors.qualification')}</legend>
        <div className={classes.fields}>
          {date('qualifiedOn')}
          {field('qualifiedBy', 300)}
          {field('education', 300)}
        </div>
        {line.card.qualifications.length > 0 ? (
          <Checkbox
            label={t('institution.proctors.another')}
            checked={another}
            onChange={(event) => setAnother(event.currentTarget.checked)}
          />
        ) : null}
      </fieldset>
    </FormSheet>
  )
}
