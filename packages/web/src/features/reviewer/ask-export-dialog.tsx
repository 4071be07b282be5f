import { TextInput } from '@mantine/core'
import { askExport, listExports } from '@ochno/contract/evidence'
import type { Purpose } from '@ochno/contract/watch'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { PurposeChoice } from './purpose-choice.tsx'

export function AskExportDialog({
  session,
  onClose,
  onAsked,
}: {
  session: string
  onClose: () => void
  onAsked: () => void
}) {
  const { t } = useTranslation()
  const ask = useDo(askExport, [listExports])
  const [purpose, setPurpose] = useState<Purpose | null>(null)
  const [ground, setGround] = useState('')
  const send = async () => {
    if (!purpose) return
    const answer = await ask.run({ params: { sid: session }, body: { purpose, ground } })
    if (answer.ok) onAsked()
  }
  return (
    <FormSheet
      title={t('reviewer.exports.ask')}
      size="md"
      failure={ask.failure}
      submit={t('reviewer.exports.ask')}
      busy={ask.busy}
      disabled={!purpose || !ground.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <PurposeChoice purpose={purpose} onChange={setPurpose} />
      <TextInput
        label={t('reviewer.exports.ground')}
        description={t('reviewer.exports.groundHint')}
        maxLength={1000}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
