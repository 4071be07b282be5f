import { Textarea } from '@mantine/core'
import { readRoom, type RoomView, type SeatView } from '@ochno/contract/classroom'
import { stopSession } from '@ochno/contract/sessions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

/** R4-7.5b: a stop as the act gives it; before violations repeated it takes a justification. */
export function StopSheet({
  exam,
  seat,
  onClose,
}: {
  exam: RoomView['exams'][number]
  seat: SeatView
  onClose: () => void
}) {
  const { t } = useTranslation()
  const stopping = useDo(stopSession, [readRoom])
  const [reason, setReason] = useState('')
  const [justification, setJustification] = useState('')
  const tooFew = seat.marks.length < (exam.stopAfter ?? 0)
  const send = async () => {
    const answer = await stopping.run({
      params: { sid: seat.session },
      body: { reason, justification: tooFew ? justification : '' },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('classroom.stopOf', { name: seat.examinee })}
      failure={stopping.failure}
      submit={t('classroom.stopDo')}
      busy={stopping.busy}
      disabled={!reason.trim() || (tooFew && !justification.trim())}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>
        {t('classroom.counted', { count: seat.marks.length, needed: exam.stopAfter ?? 0 })}
        {!tooFew && exam.stopConsequence ? ` ${exam.stopConsequence}` : ''}
      </p>
      <Textarea
        label={t('classroom.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={1000}
        autosize
        minRows={2}
      />
      {tooFew ? (
        <Textarea
          label={t('classroom.justification')}
          description={t('classroom.justificationHint')}
          value={justification}
          onChange={(event) => setJustification(event.currentTarget.value)}
          maxLength={1000}
          autosize
          minRows={2}
        />
      ) : null}
    </FormSheet>
  )
}
