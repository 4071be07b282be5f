import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { createExam, type ExamView, listExams } from '@ochno/contract/exams'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './exams.module.css'
import { fromZoned, toZoned } from '../../api/zoned.ts'
import { zoneName } from '../../ui/zone.ts'

const HOUR = 3_600_000

/** The next full hour and two hours of window: sane, and both are in sight. */
function suggestion(zone: string) {
  const from = Math.ceil(Date.now() / HOUR) * HOUR
  return {
    opensAt: toZoned(new Date(from).toISOString(), zone),
    closesAt: toZoned(new Date(from + 2 * HOUR).toISOString(), zone),
  }
}

export function CreateExamDialog({
  zone,
  onClose,
  onMade,
}: {
  zone: string
  onClose: () => void
  onMade: (exam: ExamView) => void
}) {
  const { t, i18n } = useTranslation()
  const making = useDo(createExam, [listExams])
  const [title, setTitle] = useState('')
  const [instructions, setInstructions] = useState('')
  const [times, setTimes] = useState(() => suggestion(zone))
  const [length, setLength] = useState(90)
  const disordered = times.closesAt <= times.opensAt

  const submit = async () => {
    if (disordered) return
    const answer = await making.run({
      body: {
        title,
        instructions,
        opensAt: fromZoned(times.opensAt, zone),
        closesAt: fromZoned(times.closesAt, zone),
        lengthMinutes: length,
      },
    })
    if (answer.ok) onMade(answer.body)
  }

  return (
    <FormSheet
      title={t('exams.create.title')}
      failure={making.failure}
      submit={t('exams.create.submit')}
      busy={making.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label={t('exams.create.name')}
        description={t('exams.create.nameHint')}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={300}
        data-autofocus
        required
        withAsterisk={false}
      />
      <Textarea
        label={t('exams.create.task')}
        description={t('exams.create.taskHint')}
        value={instructions}
        onChange={(event) => setInstructions(event.currentTarget.value)}
        rows={6}
      />
      <div className={classes.fields}>
        <TextInput
          type="datetime-local"
          label={t('exams.create.opensAt')}
          value={times.opensAt}
          onChange={(event) => setTimes({ ...times, opensAt: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <TextInput
          type="datetime-local"
          label={t('exams.create.closesAt')}
          value={times.closesAt}
          onChange={(event) => setTimes({ ...times, closesAt: event.currentTarget.value })}
          error={disordered ? t('exams.create.order') : null}
          required
          withAsterisk={false}
        />
        <NumberInput
          label={t('exams.create.length')}
          value={length}
          onChange={(value) => setLength(typeof value === 'number' ? value : 0)}
          min={1}
          max={600}
          allowDecimal={false}
          hideControls
          required
          withAsterisk={false}
        />
      </div>
      <div>{t('exams.create.zone', { zone: zoneName(zone, i18n.language, new Date()) })}</div>
    </FormSheet>
  )
}
