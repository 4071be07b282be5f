import { Textarea } from '@mantine/core'
import { sayToProctor } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Notice } from '../../ui/notice.tsx'

/** R1-5.2a: whom it is about never sees it. */
export function ComplaintForm({ session, onClose }: { session: SessionId; onClose: () => void }) {
  const { t } = useTranslation()
  const say = useDo(sayToProctor)
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  const send = async () => {
    const answer = await say.run({ params: { sid: session }, body: { kind: 'complaint', text } })
    if (!answer.ok) return
    setText('')
    setSent(true)
  }
  return (
    <FormSheet
      title={t('exam.proctor.complainTitle')}
      failure={say.failure}
      submit={t('exam.proctor.send')}
      busy={say.busy}
      disabled={!text.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {sent ? <Notice tone="ok" live="status" title={t('exam.proctor.complaintSent')} /> : null}
      <Textarea
        label={t('exam.proctor.complaint')}
        description={t('exam.proctor.complaintHint')}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={2_000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setSent(false)
        }}
      />
    </FormSheet>
  )
}
