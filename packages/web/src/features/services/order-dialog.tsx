import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import {
  addServiceOrder,
  readServiceRegister,
  type RegisterView,
  type ServiceView,
} from '@ochno/contract/services'
import type { AccountId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './services.module.css'

/** The order to be printed and signed: which services, who answers for both sides, who signs. */
export function OrderDialog({
  ready,
  staff,
  onClose,
}: {
  ready: readonly ServiceView[]
  staff: RegisterView['staff']
  onClose: () => void
}) {
  const { t } = useTranslation()
  const adding = useDo(addServiceOrder, [readServiceRegister])
  const [services, setServices] = useState<readonly string[]>(() => ready.map(({ id }) => id))
  const [people, setPeople] = useState({ technical: '', organisational: '' })
  const [signer, setSigner] = useState({ name: '', post: '', document: '', number: '', on: '' })
  const [authorised, setAuthorised] = useState(false)
  const powerLacks = authorised && !(signer.document.trim() && signer.number.trim() && signer.on)
  const submit = async () => {
    const { name, post, document, number, on } = signer
    const answer = await adding.run({
      body: {
        services: [...services],
        technical: people.technical as AccountId,
        organisational: people.organisational as AccountId,
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
        !people.technical ||
        !people.organisational ||
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
      {(['technical', 'organisational'] as const).map((side) => (
        <NativeSelect
          key={side}
          label={t(`services.orders.${side}`)}
          value={people[side]}
          onChange={(event) => setPeople({ ...people, [side]: event.currentTarget.value })}
          data={[
            { value: '', label: t('services.orders.choose') },
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ))}
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
