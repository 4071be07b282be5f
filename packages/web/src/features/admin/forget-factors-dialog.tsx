import { Textarea } from '@mantine/core'
import { forgetFactors } from '@ochno/contract/second-factor'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

type Props = {
  readonly person: { readonly id: string; readonly fullName: string }
  readonly onClose: () => void
}

/** For one who lost phone, key and codes: the administrator answers for knowing whom he helps. */
export function ForgetFactorsDialog({ person, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const forgetting = useDo(forgetFactors)
  const submit = async () => {
    const answer = await forgetting.run({ params: { id: person.id }, body: { reason: reason.trim() } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={`${t('secondFactor.forget.title')}: ${person.fullName}`}
      failure={forgetting.failure}
      submit={t('secondFactor.forget.do')}
      busy={forgetting.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>{t('secondFactor.forget.text')}</p>
      <Textarea
        label={t('secondFactor.forget.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={300}
        autosize
        minRows={2}
        required
      />
    </FormSheet>
  )
}
