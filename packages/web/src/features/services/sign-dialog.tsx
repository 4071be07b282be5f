import { TextInput } from '@mantine/core'
import { readCatalogue } from '@ochno/contract/service-catalogue'
import { signServiceOrder } from '@ochno/contract/service-orders'
import { readServiceRegister } from '@ochno/contract/services'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './services.module.css'

/** Number and day of the order as it was signed. */
export function SignDialog({ id, today, onClose }: { id: string; today: string; onClose: () => void }) {
  const { t } = useTranslation()
  const signing = useDo(signServiceOrder, [readServiceRegister, readCatalogue])
  const [number, setNumber] = useState('')
  const [signedOn, setSignedOn] = useState(today)
  const submit = async () => {
    if ((await signing.run({ params: { sod: id }, body: { number, signedOn } })).ok) onClose()
  }
  return (
    <FormSheet
      title={t('services.orders.signTitle')}
      size="md"
      failure={signing.failure}
      submit={t('services.orders.submit')}
      busy={signing.busy}
      disabled={!number.trim() || !signedOn}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={classes.quiet}>{t('services.orders.signLead')}</p>
      <TextInput
        label={t('services.orders.number')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        maxLength={100}
        required
        withAsterisk={false}
      />
      <TextInput
        type="date"
        label={t('services.orders.signedOn')}
        value={signedOn}
        max={today}
        onChange={(event) => setSignedOn(event.currentTarget.value)}
        required
        withAsterisk={false}
      />
    </FormSheet>
  )
}
