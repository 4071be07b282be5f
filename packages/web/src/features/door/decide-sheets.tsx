import { Checkbox, Radio, Textarea } from '@mantine/core'
import type { DoorCase } from '@ochno/contract/door'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FailureWords } from '../../ui/failure-notice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Rows } from '../../ui/page.tsx'

type SheetProps = {
  readonly busy: boolean
  readonly failure: FailureWords | null
  readonly onClose: () => void
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation()
  return (
    <Textarea
      label={t('door.proctor.reason')}
      description={t('door.proctor.reasonHint')}
      value={value}
      maxLength={300}
      autosize
      minRows={2}
      required
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** What is to be shown once more, and why; the place in the queue stays. */
export function AskAgain({
  askable,
  onSend,
  ...sheet
}: SheetProps & {
  readonly askable: DoorCase['askable']
  readonly onSend: (steps: DoorCase['askable'], reason: string) => void
}) {
  const { t } = useTranslation()
  const [steps, setSteps] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      {...sheet}
      size="md"
      title={t('door.proctor.againTitle')}
      submit={t('door.proctor.send')}
      disabled={steps.length === 0 || reason.trim() === ''}
      onSubmit={() =>
        onSend(
          askable.filter((id) => steps.includes(id)),
          reason,
        )
      }
    >
      <Checkbox.Group label={t('door.proctor.againWhat')} value={[...steps]} onChange={setSteps}>
        <Rows gap="sm">
          {askable.map((id) => (
            <Checkbox key={id} value={id} label={t(`door.steps.${id}.name`)} />
          ))}
        </Rows>
      </Checkbox.Group>
      <Reason value={reason} onChange={setReason} />
    </FormSheet>
  )
}

/** One of the grounds of the act, and plain words for the person. */
export function Refuse({
  failures,
  onSend,
  ...sheet
}: SheetProps & {
  readonly failures: DoorCase['failures']
  readonly onSend: (why: DoorCase['failures'][number], reason: string) => void
}) {
  const { t } = useTranslation()
  const [why, setWhy] = useState<DoorCase['failures'][number] | null>(
    failures.length === 1 ? (failures[0] ?? null) : null,
  )
  const [reason, setReason] = useState('')
  return (
    <FormSheet
      {...sheet}
      size="md"
      title={t('door.proctor.refuseTitle')}
      submit={t('door.proctor.send')}
      disabled={why === null || reason.trim() === ''}
      onSubmit={() => (why ? onSend(why, reason) : undefined)}
    >
      <p>{t('door.proctor.refuseText')}</p>
      <Radio.Group
        label={t('door.proctor.refuseWhy')}
        value={why}
        onChange={(value) => setWhy(failures.find((one) => one === value) ?? null)}
      >
        <Rows gap="sm">
          {failures.map((id) => (
            <Radio key={id} value={id} label={t(`door.failures.${id}`)} />
          ))}
        </Rows>
      </Radio.Group>
      <Reason value={reason} onChange={setReason} />
    </FormSheet>
  )
}
