import { Select, Textarea, TextInput } from '@mantine/core'
import { readRoom, type RoomView, type SeatView } from '@ochno/contract/classroom'
import { sayToExaminee } from '@ochno/contract/conduct'
import type { OutsiderSign } from '@ochno/domain/incident/signs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { clockAt, momentOf } from '../../ui/clock-at.ts'
import { SignChoice, signSaid } from '../../ui/sign-choice.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './classroom.module.css'

/** A violation seen with one's own eyes: from the list of the act, with the time it was seen. */
export function MarkSheet({
  exam,
  seat,
  zone,
  now,
  onClose,
}: {
  exam: RoomView['exams'][number]
  seat: SeatView
  zone: string
  now: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const marking = useDo(sayToExaminee, [readRoom])
  const near = seat.authorizedAt ?? now
  const [code, setCode] = useState<string | null>(null)
  const [from, setFrom] = useState(clockAt(now, zone))
  const [to, setTo] = useState(clockAt(now, zone))
  const [note, setNote] = useState('')
  const [sign, setSign] = useState<OutsiderSign | null>(null)
  const signs = exam.marks.find((one) => one.code === code)?.signs
  // A typed time has whole seconds; the second the exam began in is within it.
  const within = (at: string | null) => (at && Date.parse(at) < Date.parse(near) ? near : at)
  const [begins, ends] = [within(momentOf(from, near, zone)), within(momentOf(to, near, zone))]
  const send = async () => {
    if (!code || !begins || !ends) return
    const answer = await marking.run({
      params: { sid: seat.session },
      body: { kind: 'mark', code, from: begins, to: ends, note, ...signSaid(signs, sign) },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('classroom.markOf', { name: seat.examinee })}
      failure={marking.failure}
      submit={t('classroom.markDo')}
      busy={marking.busy}
      disabled={!code || !begins || !ends}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <Select
        label={t('classroom.violation')}
        searchable
        value={code}
        onChange={setCode}
        data={exam.marks.map((one) => ({ value: one.code, label: one.wording }))}
      />
      <SignChoice signs={signs} value={sign} onChange={setSign} />
      <div className={classes.times}>
        <TextInput
          label={t('classroom.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={begins ? null : t('classroom.wrongTime')}
        />
        <TextInput
          label={t('classroom.to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={ends ? null : t('classroom.wrongTime')}
        />
      </div>
      <Textarea
        label={t('classroom.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
      />
    </FormSheet>
  )
}
