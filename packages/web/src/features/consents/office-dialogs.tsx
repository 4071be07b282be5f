import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import {
  expelPerson,
  listExamConsents,
  listRegister,
  receiveOriginal,
  type RegisterRow,
  registerWithdrawal,
} from '@ochno/contract/consent-register'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { dayIn } from './day.ts'

type Props = { readonly row: RegisterRow; readonly today: string; readonly onClose: () => void }
const after = [listRegister, listExamConsents]

function DayInput({
  label,
  value,
  max,
  onChange,
}: {
  label: string
  value: string
  max: string
  onChange: (day: string) => void
}) {
  return (
    <TextInput
      type="date"
      label={label}
      value={value}
      max={max}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      withAsterisk={false}
    />
  )
}

export function ReceiveDialog({ row, today, onClose }: Props) {
  const { t } = useTranslation()
  const receiving = useDo(receiveOriginal, after)
  const scanned = row.paper?.scan ? dayIn(row.paper.scan.at, 'UTC') : null
  const [signedOn, setSignedOn] = useState(scanned !== null && scanned < today ? scanned : today)
  const [receivedOn, setReceivedOn] = useState(today)
  const send = async () => {
    if (!row.paper) return
    const answer = await receiving.run({ params: { pid: row.paper.id }, body: { signedOn, receivedOn } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('consents.receive.title')}
      failure={receiving.failure}
      submit={t('consents.receive.submit')}
      busy={receiving.busy}
      disabled={!signedOn || !receivedOn}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('consents.receive.lead', { name: row.name })}</p>
      <DayInput label={t('consents.receive.signedOn')} value={signedOn} max={today} onChange={setSignedOn} />
      <DayInput
        label={t('consents.receive.receivedOn')}
        value={receivedOn}
        max={today}
        onChange={setReceivedOn}
      />
    </FormSheet>
  )
}

export function WithdrawalDialog({ row, today, onClose }: Props) {
  const { t } = useTranslation()
  const registering = useDo(registerWithdrawal, after)
  const active = row.consents.flatMap(({ kind, id, state }) =>
    state === 'active' && id ? [{ kind, id }] : [],
  )
  const asked = row.consents.find(({ withdrawalAskedOn }) => withdrawalAskedOn !== null)
  const [cid, setCid] = useState(asked?.id ?? active[0]?.id ?? '')
  const [number, setNumber] = useState('')
  const [writtenOn, setWrittenOn] = useState(asked?.withdrawalAskedOn ?? today)
  const [warned, setWarned] = useState(false)
  const send = async () => {
    const answer = await registering.run({ params: { cid }, body: { number, writtenOn, warned: true } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('consents.register_withdrawal.title')}
      failure={registering.failure}
      submit={t('consents.register_withdrawal.submit')}
      busy={registering.busy}
      disabled={!number.trim() || !writtenOn || !warned}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('consents.register_withdrawal.lead', { name: row.name })}</p>
      <NativeSelect
        label={t('consents.register_withdrawal.kind')}
        value={cid}
        onChange={(event) => setCid(event.currentTarget.value)}
        data={active.map(({ kind, id }) => ({ value: id, label: t(`consents.kinds.${kind}`) }))}
      />
      <TextInput
        label={t('consents.register_withdrawal.number')}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        maxLength={60}
        required
        withAsterisk={false}
      />
      <DayInput
        label={t('consents.register_withdrawal.writtenOn')}
        value={writtenOn}
        max={today}
        onChange={setWrittenOn}
      />
      <Checkbox
        label={t('consents.register_withdrawal.warned')}
        checked={warned}
        onChange={(event) => setWarned(event.currentTarget.checked)}
      />
    </FormSheet>
  )
}

export function ExpelDialog({ row, today, onClose }: Props) {
  const { t } = useTranslation()
  const expelling = useDo(expelPerson, after)
  const [on, setOn] = useState(today)
  const send = async () => {
    const answer = await expelling.run({ params: { id: row.account }, body: { on } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('consents.expel.title')}
      failure={expelling.failure}
      submit={t('consents.expel.submit')}
      busy={expelling.busy}
      disabled={!on}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('consents.expel.lead', { name: row.name })}</p>
      <DayInput label={t('consents.expel.on')} value={on} max={today} onChange={setOn} />
    </FormSheet>
  )
}
