import { Button, MultiSelect } from '@mantine/core'
import { listAccounts } from '@ochno/contract/accounts'
import { type ExamView, listExams, readExam, setTeachers } from '@ochno/contract/exams'
import type { AccountId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Card } from '../../ui/page.tsx'

/** Who gives this exam: other teachers do not see it. */
export function TeachersCard({ exam }: { exam: ExamView }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <Card
      title={t('exams.teachers.title')}
      lead={t('exams.teachers.lead')}
      actions={
        <Button variant="default" size="xs" onClick={() => setOpen(true)}>
          {t('exams.teachers.change')}
        </Button>
      }
    >
      <p>{exam.teachers.map(({ name }) => name).join(', ') || t('exams.teachers.none')}</p>
      {open ? <TeachersSheet exam={exam} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}

function TeachersSheet({ exam, onClose }: { exam: ExamView; onClose: () => void }) {
  const { t } = useTranslation()
  const setting = useDo(setTeachers, [readExam, listExams])
  const people = useLoad(listAccounts, { query: { role: 'teacher' } })
  const [chosen, setChosen] = useState<string[]>(exam.teachers.map(({ id }) => id))
  const named = new Map(exam.teachers.map(({ id, name }): [string, string] => [id, name]))
  if (people.is === 'ready')
    for (const { id, fullName, state } of people.value.rows) if (state !== 'disabled') named.set(id, fullName)
  const submit = async () => {
    const answer = await setting.run({
      params: { eid: exam.id },
      body: { teachers: chosen as AccountId[] },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('exams.teachers.title')}
      submit={t('exams.teachers.save')}
      busy={setting.busy}
      failure={setting.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <MultiSelect
        label={t('exams.teachers.choose')}
        description={t('exams.teachers.hint')}
        data={[...named].map(([value, label]) => ({ value, label }))}
        value={chosen}
        onChange={setChosen}
        searchable
        clearable
        nothingFoundMessage={t('exams.teachers.nobody')}
        clearButtonProps={{ 'aria-label': t('exams.teachers.clear') }}
      />
    </FormSheet>
  )
}
