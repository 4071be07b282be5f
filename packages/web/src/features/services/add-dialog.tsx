import { NativeSelect, TextInput } from '@mantine/core'
import {
  addService,
  type RegisterView,
  readServiceRegister,
  type ServiceCardGiven,
} from '@ochno/contract/services'
import { type ServiceFamily, serviceFamilies } from '@ochno/domain/services/card'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

const OWN = 'own'

const cardNamed = (name: string, family: ServiceFamily): ServiceCardGiven => ({
  name,
  families: [family],
  kind: 'technology',
  modes: ['async'],
  audience: ['pupil', 'staff'],
  address: null,
  note: '',
  rightHolder: '',
  own: false,
  origin: { country: 'RU', registry: null, override: null },
  contract: null,
  agreement: null,
  checks: {},
  exchange: false,
  parentsDefault: false,
})

/** A service known from the acts, or any other («и другие»). */
export function AddDialog({ view: { known }, onClose }: { view: RegisterView; onClose: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const adding = useDo(addService, [readServiceRegister])
  const [code, setCode] = useState<string>(OWN)
  const [name, setName] = useState('')
  const [family, setFamily] = useState<ServiceFamily>('resources')
  const submit = async () => {
    const answer = await adding.run({
      body: code === OWN ? { from: 'own', card: cardNamed(name, family) } : { from: 'known', code },
    })
    if (answer.ok) await navigate({ to: `/services/register/${answer.body.id}` })
  }
  return (
    <FormSheet
      title={t('services.add.title')}
      size="md"
      failure={adding.failure}
      submit={t('services.add.submit')}
      busy={adding.busy}
      disabled={code === OWN && !name.trim()}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('services.add.which')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        data={[
          { value: OWN, label: t('services.add.own') },
          ...known.map((one) => ({ value: one.code, label: one.name })),
        ]}
      />
      {code === OWN ? (
        <>
          <TextInput
            label={t('services.add.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
            withAsterisk={false}
          />
          <NativeSelect
            label={t('services.card.families')}
            value={family}
            onChange={(event) =>
              setFamily(serviceFamilies.find((one) => one === event.currentTarget.value) ?? 'resources')
            }
            data={serviceFamilies.map((value) => ({ value, label: t(`services.families.${value}`) }))}
          />
        </>
      ) : null}
    </FormSheet>
  )
}
