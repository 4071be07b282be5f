import { NativeSelect, Textarea } from '@mantine/core'
import { askGlass, listGlass } from '@ochno/contract/break-glass'
import { listExams } from '@ochno/contract/exams'
import { MOST_ROWS } from '@ochno/contract/paging'
import { listSessions } from '@ochno/contract/sessions'
import type { ExamId, SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FindInput } from '../../ui/find-input.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'

export function AskSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const ask = useDo(askGlass, [listGlass])
  const [find, setFind] = useState('')
  const query = { size: MOST_ROWS, ...(find ? { find } : {}) }
  const exams = useLoad(listExams, { query }, { keeps: true })
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
      <FindInput
        label={t('breakGlass.form.find')}
        value={find}
        onFind={(text) => {
          setFind(text)
          setExam(null)
          setSession(null)
        }}
      />
      <NativeSelect
        label={t('breakGlass.form.exam')}
        {...(exams.is === 'ready' && exams.value.next !== null
          ? {
              description: t('common.pages.shown', {
                shown: exams.value.rows.length,
                total: exams.value.total,
              }),
            }
          : {})}
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

/** Those of whom something was recorded. */
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
  const [find, setFind] = useState('')
  const query = { recorded: 'yes' as const, size: MOST_ROWS, ...(find ? { find } : {}) }
  const list = useLoad(listSessions, { params: { eid: exam }, query }, { keeps: true })
  if (list.is !== 'ready') return null
  const { rows, total, next } = list.value
  if (total === 0 && !find) return <p>{t('breakGlass.form.nobody')}</p>
  return (
    <>
      {next === null && !find ? null : (
        <FindInput
          label={t('exams.one.find')}
          value={find}
          onFind={(text) => {
            setFind(text)
            onChoose(null)
          }}
        />
      )}
      <NativeSelect
        label={t('breakGlass.form.person')}
        {...(next === null ? {} : { description: t('common.pages.shown', { shown: rows.length, total }) })}
        value={chosen ?? ''}
        onChange={(event) => onChoose(rows.find(({ id }) => id === event.currentTarget.value)?.id ?? null)}
        data={[
          { value: '', label: t(rows.length ? 'breakGlass.form.choose' : 'common.nobodyFound') },
          ...rows.map(({ id, examinee }) => ({ value: id, label: examinee.name })),
        ]}
      />
    </>
  )
}
