import { TextInput } from '@mantine/core'
import { closeDebt, listDebts } from '@ochno/contract/debts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

export function CloseDebtSheet({
  debt,
  onClose,
}: {
  debt: ReplyOf<typeof listDebts>['rows'][number]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const close = useDo(closeDebt, [listDebts])
  const [on, setOn] = useState('')
  const [how, setHow] = useState('')
  const [document, setDocument] = useState('')
  const save = async () => {
    const answer = await close.run({ params: { sid: debt.session }, body: { on, how, document } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('decisions.debts.sheet')}
      failure={close.failure}
      submit={t('decisions.debts.submit')}
      busy={close.busy}
      disabled={on === '' || how.trim() === '' || document.trim() === ''}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <strong>{debt.examinee}</strong>
        <br />
        {debt.exam}
      </p>
      <p>{t('decisions.debts.sheetText')}</p>
      <TextInput
        type="date"
        label={t('decisions.debts.on')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
      <TextInput
        label={t('decisions.debts.howLabel')}
        description={t('decisions.debts.howHint')}
        value={how}
        onChange={(event) => setHow(event.currentTarget.value)}
        maxLength={300}
      />
      <TextInput
        label={t('decisions.debts.document')}
        description={t('decisions.debts.documentHint')}
        value={document}
        onChange={(event) => setDocument(event.currentTarget.value)}
        maxLength={200}
      />
    </FormSheet>
  )
}
