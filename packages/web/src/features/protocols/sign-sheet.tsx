import { Checkbox, Textarea } from '@mantine/core'
import { listProtocols, type ProtocolView, readProtocol, signProtocol } from '@ochno/contract/protocols'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useReload } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

/** What this view does not show yet: the person looks at it before signing. */
const NEWS = ['protocol_open', 'protocol_news', 'changed_meanwhile']

type Props = {
  readonly view: ProtocolView
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly onNews: () => void
  readonly onClose: () => void
}

/** The statement of objectivity, then the password if it was given too long ago (B-08). */
export function SignSheet({ view, reason, onReason, onNews, onClose }: Props) {
  const { t } = useTranslation()
  const signing = useDo(signProtocol, [readProtocol, listProtocols])
  const [objective, setObjective] = useState(false)
  const reload = useReload()
  const again = view.editions.length > 0
  const sign = async () => {
    const answer = await signing.run({
      params: { sid: view.session },
      body: { revision: view.revision, objective: true, reason: again ? reason : null, seen: view.upTo },
    })
    if (answer.ok) return onClose()
    if (!NEWS.includes(answer.failure.code)) return
    await reload(readProtocol)
    onNews()
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
          onChange={(event) => onReason(event.currentTarget.value)}
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
