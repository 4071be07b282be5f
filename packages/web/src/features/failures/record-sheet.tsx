import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type ExamFailures, failureFaults, listFailures, recordFailure } from '@ochno/contract/failures'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { fromZoned } from '../../api/zoned.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './failures.module.css'

/** Where nobody could stop the clock, a person writes down what failed. */
export function RecordSheet({ all, onClose }: { all: ExamFailures; onClose: () => void }) {
  const { t } = useTranslation()
  const recording = useDo(recordFailure, [listFailures])
  const [people, setPeople] = useState<readonly string[]>([])
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [fault, setFault] = useState<(typeof failureFaults)[number]>('unknown')
  const [reason, setReason] = useState('')
  const submit = async () => {
    const answer = await recording.run({
      params: { eid: all.exam.id },
      body: {
        sessions: people as SessionId[],
        from: fromZoned(from, all.zone),
        until: fromZoned(until, all.zone),
        fault,
        reason,
      },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('failures.recording.title')}
      failure={recording.failure}
      submit={t('failures.recording.save')}
      busy={recording.busy}
      disabled={people.length === 0 || !from || !until || reason.trim() === ''}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={classes.said}>{t('failures.recording.text')}</p>
      <Checkbox.Group label={t('failures.sheet.people')} value={[...people]} onChange={setPeople}>
        <div className={classes.people}>
          {all.sessions.map((one) => (
            <Checkbox key={one.session} value={one.session} label={one.examinee} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={classes.fields}>
        <TextInput
          type="datetime-local"
          label={t('failures.recording.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          type="datetime-local"
          label={t('failures.recording.until')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <NativeSelect
        label={t('failures.cause.side')}
        value={fault}
        onChange={(event) => setFault(event.currentTarget.value as typeof fault)}
        data={failureFaults.map((one) => ({ value: one, label: t(`failures.fault.${one}`) }))}
      />
      <Textarea
        label={t('failures.recording.what')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
