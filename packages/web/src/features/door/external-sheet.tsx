import { Radio, TextInput } from '@mantine/core'
import { type DoorStaffRow, listDoorToday, recordExternal } from '@ochno/contract/door'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'

type Result = 'asked' | 'positive' | 'negative' | 'withdrawn'

/** What can have happened since: first the request, then its answer or a change of mind. */
const possible = (row: DoorStaffRow): readonly Result[] =>
  row.external === null ? ['asked'] : ['positive', 'negative', 'withdrawn']

/** The slot of an identity provider: yes or no, and the number of its own request. */
export function ExternalSheet({ row, onClose }: { row: DoorStaffRow; onClose: () => void }) {
  const { t } = useTranslation()
  const results = possible(row)
  const [result, setResult] = useState<Result>(results[0] ?? 'asked')
  const [provider, setProvider] = useState(row.external?.provider ?? '')
  const [transaction, setTransaction] = useState('')
  const recording = useDo(recordExternal, [listDoorToday])
  const answered = result === 'positive' || result === 'negative'
  const incomplete =
    (result !== 'withdrawn' && provider.trim() === '') || (answered && transaction.trim() === '')
  const send = async () => {
    const answer = await recording.run({
      params: { sid: row.session },
      body:
        result === 'withdrawn'
          ? { result }
          : result === 'asked'
            ? { result, provider }
            : { result, provider, transaction },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      size="md"
      title={t('door.staff.externalTitle')}
      submit={t('door.staff.save')}
      busy={recording.busy}
      failure={recording.failure}
      disabled={incomplete}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('door.staff.externalText')}</p>
      <Radio.Group
        label={t('door.staff.result')}
        value={result}
        onChange={(value) => setResult(results.find((one) => one === value) ?? 'asked')}
      >
        <Rows gap="sm">
          {results.map((one) => (
            <Radio key={one} value={one} label={t(`door.staff.results.${one}`)} />
          ))}
        </Rows>
      </Radio.Group>
      {result === 'withdrawn' ? null : (
        <TextInput
          label={t('door.staff.provider')}
          description={t('door.staff.providerHint')}
          value={provider}
          maxLength={100}
          required
          onChange={(event) => setProvider(event.currentTarget.value)}
        />
      )}
      {answered ? (
        <TextInput
          label={t('door.staff.transaction')}
          value={transaction}
          maxLength={200}
          required
          onChange={(event) => setTransaction(event.currentTarget.value)}
        />
      ) : null}
    </FormSheet>
  )
}
