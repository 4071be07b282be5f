import { TextInput } from '@mantine/core'
import { listSubjectExports, registerSubjectExport } from '@ochno/contract/subject-exports'
import type { AccountId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

/** A letter came: the ten working days run from its day. */
export function LetterSheet({
  person,
  onClose,
}: {
  person: { readonly id: AccountId; readonly fullName: string }
  onClose: () => void
}) {
  const { t } = useTranslation()
  const register = useDo(registerSubjectExport, [listSubjectExports])
  const [receivedOn, setReceivedOn] = useState('')
  const [letter, setLetter] = useState('')
  const save = async () => {
    const answer = await register.run({ body: { person: person.id, receivedOn, letter } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('retention.requests.letterTitle')}
      failure={register.failure}
      submit={t('retention.requests.register')}
      busy={register.busy}
      disabled={receivedOn === '' || letter.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <strong>{person.fullName}</strong>
      </p>
      <p>{t('retention.requests.letterText')}</p>
      <TextInput
        type="date"
        label={t('retention.requests.received')}
        value={receivedOn}
        onChange={(event) => setReceivedOn(event.currentTarget.value)}
      />
      <TextInput
        label={t('retention.requests.letter')}
        description={t('retention.requests.letterHint')}
        value={letter}
        onChange={(event) => setLetter(event.currentTarget.value)}
        maxLength={200}
      />
    </FormSheet>
  )
}
