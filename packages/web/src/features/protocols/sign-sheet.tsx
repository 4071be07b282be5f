import { Checkbox, Textarea } from '@mantine/core'
import { listProtocols, type ProtocolView, readProtocol, signProtocol } from '@ochno/contract/protocols'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

/** The statement of objectivity, then the password if it was given too long ago (B-08). */
export function SignSheet({ view, onClose }: { view: ProtocolView; onClose: () => void }) {
  const { t } = useTranslation()
  const signing = useDo(signProtocol, [readProtocol, listProtocols])
  const [objective, setObjective] = useState(false)
  const [reason, setReason] = useState('')
  const again = view.editions.length > 0
  const sign = async () => {
    const answer = await signing.run({
      params: { sid: view.session },
      body: { revision: view.revision, objective: true, reason: again ? reason : null },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('protocols.sign.title')}
      failure={signing.failure}
      submit={t('protocols.sign.do')}
      busy={signing.busy}
      disabled={!objective || (again && !reason.trim())}
      onSubmit={() => void sign()}
      onClose={onClose}
    >
      <p>{t('protocols.sign.text')}</p>
      {again ? (
        <Textarea
          label={t('protocols.sign.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={1000}
          rows={2}
        />
      ) : null}
      <Checkbox
        label={t('protocols.sign.statement')}
        checked={objective}
        onChange={(event) => setObjective(event.currentTarget.checked)}
      />
    </FormSheet>
  )
}
