import { Textarea } from '@mantine/core'
import { sendMessage } from '@ochno/contract/notices'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

const MOST = 4_000

export function MessageDialog({
  exam,
  onClose,
  onSent,
}: {
  exam: string
  onClose: () => void
  onSent: (told: number) => void
}) {
  const { t } = useTranslation()
  const send = useDo(sendMessage)
  const [text, setText] = useState('')
  const submit = async () => {
    const answer = await send.run({ params: { eid: exam }, body: { text } })
    if (answer.ok) onSent(answer.body.told)
  }
  return (
    <FormSheet
      title={t('notices.exam.write')}
      failure={send.failure}
      submit={t('notices.exam.send')}
      busy={send.busy}
      disabled={!text.trim()}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Textarea
        label={t('notices.exam.text')}
        description={t('notices.exam.textHint')}
        autosize
        minRows={4}
        maxRows={12}
        maxLength={MOST}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
