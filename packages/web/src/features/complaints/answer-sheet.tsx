import { NativeSelect, Textarea } from '@mantine/core'
import { answerComplaint, type ComplaintRow, listComplaints } from '@ochno/contract/complaints'
import { complaintOutcomes } from '@ochno/domain/complaint/complaint'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

export function AnswerSheet({ row, onClose }: { row: ComplaintRow; onClose: () => void }) {
  const { t } = useTranslation()
  const answer = useDo(answerComplaint, [listComplaints])
  const [outcome, setOutcome] = useState<(typeof complaintOutcomes)[number] | null>(null)
  const [text, setText] = useState('')
  const send = async () => {
    if (!outcome) return
    const sent = await answer.run({
      params: { sid: row.session, seq: row.seq },
      body: { outcome, text },
    })
    if (sent.ok) onClose()
  }
  return (
    <FormSheet
      title={t('complaints.form.title')}
      failure={answer.failure}
      submit={t('complaints.form.submit')}
      busy={answer.busy}
      disabled={!outcome || !text.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>
        <strong>{row.examinee}</strong>, {row.exam}
        <br />
        {row.text}
      </p>
      <NativeSelect
        label={t('complaints.form.outcome')}
        value={outcome ?? ''}
        onChange={(event) =>
          setOutcome(complaintOutcomes.find((one) => one === event.currentTarget.value) ?? null)
        }
        data={[
          { value: '', label: t('complaints.form.choose') },
          ...complaintOutcomes.map((one) => ({ value: one, label: t(`complaints.outcomes.${one}`) })),
        ]}
      />
      <Textarea
        label={t('complaints.form.text')}
        description={t('complaints.form.textHint')}
        autosize
        minRows={4}
        maxRows={14}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
