import { Select, Textarea, TextInput } from '@mantine/core'
import { changeTask, createTask, listTasks, readTask, type TaskView } from '@ochno/contract/assignments'
import { listGroups } from '@ochno/contract/people-groups'
import type { ActTerm } from '@ochno/domain/assignment/rules'
import type { GroupId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { fromZoned, toZoned } from '../../api/zoned.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { zoneName } from '../../ui/zone.ts'
import classes from './assignments.module.css'

/** A new task, or other words and another deadline for one. */
export function TaskSheet({
  task,
  term,
  zone,
  onClose,
}: {
  task: TaskView | null
  term: ActTerm | null
  zone: string
  onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const groups = useLoad(listGroups, { query: {} })
  const creating = useDo(createTask, [listTasks])
  const changing = useDo(changeTask, [listTasks, readTask])
  const before = task ? toZoned(task.deadline.at, zone) : ''
  const [typed, setTyped] = useState({
    title: task?.title ?? '',
    body: task?.body ?? '',
    group: task?.groupId ?? '',
    deadline: before,
  })
  const set = (more: Partial<typeof typed>) => setTyped({ ...typed, ...more })
  const submit = async () => {
    const { title, body } = typed
    const deadline = typed.deadline && typed.deadline !== before ? fromZoned(typed.deadline, zone) : null
    const answer = task
      ? await changing.run({ params: { tsk: task.id }, body: { title, body, deadline } })
      : await creating.run({ body: { title, body, deadline, group: typed.group as GroupId } })
    if (answer.ok) onClose()
  }
  const hint = task
    ? undefined
    : term
      ? t('assignments.sheet.orAct', { ...term, count: term.days })
      : t('assignments.sheet.noAct')
  return (
    <FormSheet
      title={t(task ? 'assignments.change' : 'assignments.new')}
      onClose={onClose}
      failure={creating.failure ?? changing.failure}
      submit={t(task ? 'assignments.save' : 'assignments.give')}
      busy={creating.busy || changing.busy}
      disabled={!typed.title.trim() || !typed.group || (!typed.deadline && !term && !task)}
      onSubmit={() => void submit()}
    >
      <TextInput
        label={t('assignments.sheet.title')}
        value={typed.title}
        maxLength={200}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        label={t('assignments.sheet.body')}
        value={typed.body}
        maxLength={10_000}
        autosize
        minRows={4}
        maxRows={12}
        onChange={(event) => set({ body: event.currentTarget.value })}
      />
      {task ? null : (
        <Select
          label={t('assignments.sheet.group')}
          data={(groups.is === 'ready' ? groups.value.rows : []).map(({ id, name, members }) => ({
            value: id as string,
            label: `${name} (${members})`,
          }))}
          value={typed.group || null}
          searchable
          onChange={(value) => set({ group: value ?? '' })}
        />
      )}
      <TextInput
        type="datetime-local"
        label={t('assignments.sheet.deadline')}
        description={hint}
        value={typed.deadline}
        onChange={(event) => set({ deadline: event.currentTarget.value })}
      />
      <p className={classes.quiet}>
        {t('exams.create.zone', { zone: zoneName(zone, i18n.language, new Date()) })}
      </p>
    </FormSheet>
  )
}
