import { Checkbox, TextInput } from '@mantine/core'
import { holdRecording, type KeptLine, readRetention } from '@ochno/contract/retention'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Whose } from './whose.tsx'

export function HoldSheet({ row, onClose }: { row: KeptLine; onClose: () => void }) {
  const { t } = useTranslation()
  const hold = useDo(holdRecording, [readRetention])
  const [reason, setReason] = useState('')
  const [reviewOn, setReviewOn] = useState('')
  const [blocks, setBlocks] = useState(false)
  const save = async () => {
    const answer = await hold.run({ params: { sid: row.session }, body: { reason, reviewOn, blocks } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('retention.holds.sheet')}
      failure={hold.failure}
      submit={t('retention.holds.submit')}
      busy={hold.busy}
      disabled={reason.trim() === '' || reviewOn === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <Whose row={row} />
      </p>
      <p>{t('retention.holds.text')}</p>
      <TextInput
        label={t('retention.holds.reason')}
        description={t('retention.holds.reasonHint')}
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
      <Checkbox
        label={t('retention.holds.blocks')}
        description={t('retention.holds.blocksHint')}
        checked={blocks}
        onChange={(event) => setBlocks(event.currentTarget.checked)}
      />
    </FormSheet>
  )
}
