import { Select, Textarea, TextInput } from '@mantine/core'
import { listTasks, readTask, recordWork, type TaskView } from '@ochno/contract/assignments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { fromZoned, toZoned } from '../../api/zoned.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

/** Work that came by e-mail or otherwise past the platform. */
export function RecordSheet({
  view,
  person,
  zone,
  onClose,
}: {
  view: TaskView
  person: TaskView['people'][number]
  zone: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const recording = useDo(recordWork, [readTask, listTasks])
  const [typed, setTyped] = useState({
    channel: 'mail' as TaskView['channels'][number],
    at: toZoned(new Date().toISOString(), zone),
    note: '',
  })
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more })
  const submit = async () => {
    const answer = await recording.run({
      params: { tsk: view.id, id: person.id },
      body: { ...typed, at: fromZoned(typed.at, zone) },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('assignments.record.title', { name: person.name })}
      onClose={onClose}
      failure={recording.failure}
      submit={t('assignments.save')}
      busy={recording.busy}
      disabled={!typed.at}
      onSubmit={() => void submit()}
    >
      <Select
        label={t('assignments.record.channel')}
        data={view.channels.map((value) => ({ value, label: t(`assignments.channels.${value}`) }))}
        value={typed.channel}
        allowDeselect={false}
        onChange={(value) => value && set({ channel: value as typeof typed.channel })}
      />
      <TextInput
        type="datetime-local"
        label={t('assignments.record.at')}
        value={typed.at}
        onChange={(event) => set({ at: event.currentTarget.value })}
      />
      <Textarea
        label={t('assignments.record.note')}
        value={typed.note}
        maxLength={2000}
        autosize
        minRows={2}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </FormSheet>
  )
}
