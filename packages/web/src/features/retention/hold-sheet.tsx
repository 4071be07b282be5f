import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { holdRecording, type KeptLine, readRetention } from '@ochno/contract/retention'
import { type ClaimKind, claimKinds } from '@ochno/domain/retention/claim'
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
  const [about, setAbout] = useState<ClaimKind | null>(null)
  const [claim, setClaim] = useState('')
  const save = async () => {
    const body = { reason, reviewOn, blocks, about, claim: about === null ? '' : claim }
    const answer = await hold.run({ params: { sid: row.session }, body })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('retention.holds.sheet')}
      failure={hold.failure}
      submit={t('retention.holds.submit')}
      busy={hold.busy}
      disabled={reason.trim() === '' || reviewOn === '' || (about !== null && claim.trim() === '')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <Whose row={row} />
      </p>
      <p>{t('retention.holds.text')}</p>
      <NativeSelect
        label={t('retention.claims.about')}
        value={about ?? ''}
        onChange={(event) => setAbout(claimKinds.find((one) => one === event.currentTarget.value) ?? null)}
        data={[
          { value: '', label: t('retention.claims.none') },
          ...claimKinds.map((value) => ({ value, label: t(`retention.claims.kinds.${value}`) })),
        ]}
      />
      {about === null ? null : (
        <Textarea
          label={t('retention.claims.claim')}
          description={t(`retention.claims.hints.${about}`)}
          value={claim}
          onChange={(event) => setClaim(event.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
        />
      )}
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
        checked={blocks || about === 'parents_disagree'}
        disabled={about === 'parents_disagree'}
        onChange={(event) => setBlocks(event.currentTarget.checked)}
      />
    </FormSheet>
  )
}
