import { Checkbox, TextInput } from '@mantine/core'
import { addServiceOrder } from '@ochno/contract/service-orders'
import { readServiceRegister, type ServiceView } from '@ochno/contract/services'
import type { AccountId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundAccounts } from '../../api/found-accounts.ts'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'
import { PersonSelect } from '../../ui/person-select.tsx'
import classes from './services.module.css'

type Person = { readonly id: AccountId; readonly name: string }

/** The order to be printed and signed: which services, who answers for both sides, who signs. */
export function OrderDialog({ ready, onClose }: { ready: readonly ServiceView[]; onClose: () => void }) {
  const { t } = useTranslation()
  const adding = useDo(addServiceOrder, [readServiceRegister])
  const [services, setServices] = useState<readonly string[]>(() => ready.map(({ id }) => id))
  const [technical, setTechnical] = useState<Person | null>(null)
  const [organisational, setOrganisational] = useState<Person | null>(null)
  const [signer, setSigner] = useState({ name: '', post: '', document: '', number: '', on: '' })
  const [authorised, setAuthorised] = useState(false)
  const powerLacks = authorised && !(signer.document.trim() && signer.number.trim() && signer.on)
  const submit = async () => {
    if (!technical || !organisational) return
    const { name, post, document, number, on } = signer
    const answer = await adding.run({
      body: {
        services: [...services],
        technical: technical.id,
        organisational: organisational.id,
        signer: { name, post, power: authorised ? { document, number, on } : null },
        authorised,
      },
    })
    if (answer.ok) onClose()
  }
  const line = (key: keyof typeof signer, label: string, type: 'text' | 'date' = 'text') => (
    <TextInput
      type={type}
      label={label}
      value={signer[key]}
      onChange={(event) => setSigner({ ...signer, [key]: event.currentTarget.value })}
      maxLength={key === 'number' ? 100 : 200}
      required
      withAsterisk={false}
    />
  )
  return (
    <FormSheet
      title={t('services.orders.prepare')}
      failure={adding.failure}
      submit={t('services.orders.save')}
      busy={adding.busy}
      disabled={
        services.length === 0 ||
        !technical ||
        !organisational ||
        !signer.name.trim() ||
        !signer.post.trim() ||
        powerLacks
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Checkbox.Group
        label={t('services.orders.services')}
        value={[...services]}
        onChange={(chosen) => setServices(chosen)}
      >
        <Rows gap="sm">
          {ready.map(({ id, card }) => (
            <Checkbox key={id} value={id} label={card.name} />
          ))}
        </Rows>
      </Checkbox.Group>
      <StaffSelect label={t('services.orders.technical')} chosen={technical} onChoose={setTechnical} />
      <StaffSelect
        label={t('services.orders.organisational')}
        chosen={organisational}
        onChoose={setOrganisational}
      />
      <fieldset className={classes.group}>
        <legend>{t('services.orders.signer')}</legend>
        <div className={classes.fields}>
          {line('post', t('services.orders.post'))}
          {line('name', t('services.orders.name'))}
        </div>
        <Checkbox
          label={t('services.orders.authorised')}
          checked={authorised}
          onChange={(event) => setAuthorised(event.currentTarget.checked)}
        />
        {authorised ? (
          <>
            <p className={classes.quiet}>{t('services.orders.documentHint')}</p>
            <div className={classes.fields}>
              {line('document', t('services.orders.document'))}
              {line('number', t('services.orders.documentNumber'))}
              {line('on', t('services.orders.documentOn'), 'date')}
            </div>
          </>
        ) : null}
      </fieldset>
    </FormSheet>
  )
}

function StaffSelect({
  label,
  chosen,
  onChoose,
}: {
  label: string
  chosen: Person | null
  onChoose: (person: Person | null) => void
}) {
  const { people, more, find } = useFoundAccounts('staff')
  return (
    <PersonSelect
      label={label}
      chosen={chosen}
      people={people.map(({ id, fullName }) => ({ id, name: fullName }))}
      more={more}
      onFind={find}
      onChoose={onChoose}
    />
  )
}
