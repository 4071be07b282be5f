import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { Criterion } from '@ochno/domain/services/card'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import type { Typed, TypedCheck } from './card-typed.ts'
import classes from './services.module.css'

const sections = ['security', 'confidentiality', 'support'] as const

/** 002 п. 11: a contract and (or) a user agreement. */
export function GroundFields({
  typed,
  editable,
  otherContract,
  set,
}: {
  typed: Typed
  editable: boolean
  /** What is typed is not the contract whose file is kept. */
  otherContract: boolean
  set: (change: Partial<Typed>) => void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.group} disabled={!editable}>
      <legend>{t('services.card.ground')}</legend>
      <Checkbox
        label={t('services.card.hasContract')}
        checked={typed.hasContract}
        onChange={(event) => set({ hasContract: event.currentTarget.checked })}
      />
      {typed.hasContract ? <ContractFields typed={typed} set={set} /> : null}
      {otherContract ? (
        <Notice tone="warn" live="status" title={t('services.card.otherContract')}>
          {t('services.card.otherContractText')}
        </Notice>
      ) : null}
      <Checkbox
        label={t('services.card.hasAgreement')}
        checked={typed.hasAgreement}
        onChange={(event) => set({ hasAgreement: event.currentTarget.checked })}
      />
      {typed.hasAgreement ? <AgreementFields typed={typed} set={set} /> : null}
    </fieldset>
  )
}

type PartProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void }

function ContractFields({ typed: { contract }, set }: PartProps) {
  const { t } = useTranslation()
  const change = (part: Partial<Typed['contract']>) => set({ contract: { ...contract, ...part } })
  return (
    <>
      <div className={classes.fields}>
        <TextInput
          label={t('services.card.contractNumber')}
          value={contract.number}
          onChange={(event) => change({ number: event.currentTarget.value })}
          maxLength={100}
          required
          withAsterisk={false}
        />
        <TextInput
          type="date"
          label={t('services.card.contractOn')}
          value={contract.on}
          onChange={(event) => change({ on: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <TextInput
          type="date"
          label={t('services.card.contractUntil')}
          description={t('services.card.contractUntilHint')}
          inputWrapperOrder={['label', 'input', 'description']}
          value={contract.until}
          onChange={(event) => change({ until: event.currentTarget.value })}
        />
      </div>
      <div className={classes.fields}>
        {sections.map((section) => (
          <Textarea
            key={section}
            label={t(`services.card.${section}`)}
            placeholder={t('services.card.sectionHint')}
            value={contract[section]}
            onChange={(event) => change({ [section]: event.currentTarget.value })}
            maxLength={1000}
            rows={3}
          />
        ))}
      </div>
      <Checkbox
        label={t('services.card.personalAccounts')}
        checked={contract.personalAccounts}
        onChange={(event) => change({ personalAccounts: event.currentTarget.checked })}
      />
    </>
  )
}

function AgreementFields({ typed: { agreement }, set }: PartProps) {
  const { t } = useTranslation()
  const change = (part: Partial<Typed['agreement']>) => set({ agreement: { ...agreement, ...part } })
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('services.card.agreementVersion')}
        value={agreement.version}
        onChange={(event) => change({ version: event.currentTarget.value })}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <TextInput
        type="date"
        label={t('services.card.agreementOn')}
        value={agreement.on}
        onChange={(event) => change({ on: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('services.card.joinedBy')}
        value={agreement.joinedBy}
        onChange={(event) => change({ joinedBy: event.currentTarget.value })}
        maxLength={200}
        required
        withAsterisk={false}
      />
      <TextInput
        type="url"
        label={t('services.card.agreementAddress')}
        value={agreement.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
        maxLength={1000}
      />
    </div>
  )
}

export function CheckFields({
  criterion,
  check,
  set,
}: {
  criterion: Criterion
  check: TypedCheck
  set: (change: Partial<TypedCheck>) => void
}) {
  const { t } = useTranslation()
  const about = t(`services.card.criteria.${criterion}`)
  const name = (field: 'by' | 'on' | 'next') => `${t(`services.card.${field}`)}: ${about}`
  return (
    <div>
      <h3 className={classes.part}>{about}</h3>
      <div className={classes.fields}>
        <TextInput
          label={t('services.card.by')}
          aria-label={name('by')}
          value={check.by}
          onChange={(event) => set({ by: event.currentTarget.value })}
          maxLength={200}
        />
        {(['on', 'next'] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            label={t(`services.card.${field}`)}
            aria-label={name(field)}
            value={check[field]}
            onChange={(event) => set({ [field]: event.currentTarget.value })}
            required={check.by.trim() !== ''}
            withAsterisk={false}
          />
        ))}
      </div>
      <Checkbox
        mt="sm"
        label={t('services.card.met')}
        aria-label={`${t('services.card.met')}: ${about}`}
        checked={check.ok}
        onChange={(event) => set({ ok: event.currentTarget.checked })}
      />
    </div>
  )
}
