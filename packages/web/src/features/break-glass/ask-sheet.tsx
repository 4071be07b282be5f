import { NativeSelect, Textarea } from '@mantine/core'
import { askGlass, listGlass } from '@ochno/contract/break-glass'
import { listExams } from '@ochno/contract/exams'
import { listSessions } from '@ochno/contract/sessions'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'

export function AskSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const ask = useDo(askGlass, [listGlass])
  const exams = useLoad(listExams, { query: {} })
  const [exam, setExam] = useState<ExamId | null>(null)
  const [session, setSession] = useState<SessionId | null>(null)
  const [reason, setReason] = useState('')
  const send = async () => {
    if (!session) return
    const sent = await ask.run({ params: { sid: session }, body: { reason } })
    if (sent.ok) onClose()
  }
  const none = { value: '', label: t('breakGlass.form.choose') }
  const rows = exams.is === 'ready' ? exams.value.rows : []
  return (
    <FormSheet
      title={t('breakGlass.form.title')}
      failure={ask.failure}
      submit={t('breakGlass.form.submit')}
      busy={ask.busy}
      disabled={!session || !reason.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <NativeSelect
        label={t('breakGlass.form.exam')}
        value={exam ?? ''}
        onChange={(event) => {
          setExam(rows.find(({ id }) => id === event.currentTarget.value)?.id ?? null)
          setSession(null)
        }}
        data={[none, ...rows.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      {exam ? <PersonOf key={exam} exam={exam} chosen={session} onChoose={setSession} /> : null}
      <Textarea
        label={t('breakGlass.form.reason')}
        description={t('breakGlass.form.reasonHint')}
        autosize
        minRows={3}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
      />
    </FormSheet>
  )
}

function PersonOf({
  exam,
  chosen,
  onChoose,
}: {
  exam: ExamId
  chosen: SessionId | null
  onChoose: (session: SessionId | null) => void
}) {
  const { t } = useTranslation()
  const list = useLoad(listSessions, { params: { eid: exam } })
  const rows = list.is === 'ready' ? list.value.rows : []
  return (
    <NativeSelect
      label={t('breakGlass.form.person')}
      value={chosen ?? ''}
      onChange={(event) => onChoose(rows.find(({ id }) => id === event.currentTarget.value)?.id ?? null)}
      data={[
        { value: '', label: t('breakGlass.form.choose') },
        ...rows.map(({ id, examinee }) => ({ value: id, label: examinee.name })),
      ]}
    />
  )
}
