import { TextInput } from '@mantine/core'
import { type KeptLine, lookAgain, readRetention } from '@ochno/contract/retention'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

export function LookAgainSheet({ hold, onClose }: { hold: KeptLine['holds'][number]; onClose: () => void }) {
  const { t } = useTranslation()
  const keep = useDo(lookAgain, [readRetention])
  const [reason, setReason] = useState(hold.reason)
  const [reviewOn, setReviewOn] = useState('')
  const save = async () => {
    const answer = await keep.run({ params: { hid: hold.id }, body: { reason, reviewOn } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('retention.holds.againTitle')}
      failure={keep.failure}
      submit={t('retention.holds.again')}
      busy={keep.busy}
      disabled={reason.trim() === '' || reviewOn === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('retention.holds.againText')}</p>
      <TextInput
        label={t('retention.holds.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
      />
      <TextInput
        type="date"
        label={t('retention.holds.day')}
        description={t('retention.holds.dayHint')}
        value={reviewOn}
        onChange={(event) => setReviewOn(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
