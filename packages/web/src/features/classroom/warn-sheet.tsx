import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { readRoom, type RoomView, type SeatView } from '@ochno/contract/classroom'
import { sayToExaminee } from '@ochno/contract/conduct'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './classroom.module.css'

const templates = ['phone', 'quiet', 'own', 'materials', 'headphones'] as const
type Medium = RoomView['exams'][number]['warnBy'][number]

/** 004 7.5 face to face: the words are shown on this screen and read aloud, and only then it was given. */
export function WarnSheet({
  exam,
  seat,
  onClose,
}: {
  exam: RoomView['exams'][number]
  seat: SeatView
  onClose: () => void
}) {
  const { t } = useTranslation()
  const warning = useDo(sayToExaminee, [readRoom])
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [given, setGiven] = useState<readonly Medium[]>([])
  const write = (words: string) => {
    setText(words)
    // Other words have been neither shown nor read.
    setGiven([])
  }
  const send = async () => {
    const answer = await warning.run({
      params: { sid: seat.session },
      body: { kind: 'warning', text, reason, inRoom: [...given] },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('classroom.warnOf', { name: seat.examinee })}
      failure={warning.failure}
      submit={t('classroom.warnDo')}
      busy={warning.busy}
      disabled={!text.trim() || !reason.trim() || exam.warnBy.some((one) => !given.includes(one))}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Select
        label={t('classroom.template')}
        placeholder={t('classroom.templateChoose')}
        data={templates.map((value) => ({ value, label: t(`classroom.templates.${value}`) }))}
        value={null}
        onChange={(value) => value && write(t(`classroom.templates.${value as (typeof templates)[number]}`))}
      />
      <Textarea
        label={t('classroom.warnText')}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
      />
      <TextInput
        label={t('classroom.warnReason')}
        description={t('classroom.warnReasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1000}
      />
      <figure className={classes.aloud}>
        <figcaption className={classes.quiet}>{t('classroom.warnShow')}</figcaption>
        <blockquote data-empty={text.trim() === '' || undefined}>
          {text.trim() || t('classroom.warnEmpty')}
        </blockquote>
      </figure>
      {exam.warnBy.map((medium) => (
        <Checkbox
          key={medium}
          label={t(`classroom.warned.${medium}`)}
          disabled={!text.trim()}
          checked={given.includes(medium)}
          onChange={(event) =>
            setGiven(event.currentTarget.checked ? [...given, medium] : given.filter((one) => one !== medium))
          }
        />
      ))}
    </FormSheet>
  )
}
