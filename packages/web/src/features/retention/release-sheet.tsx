import { Checkbox, TextInput } from '@mantine/core'
import {
  listSubjectExports,
  releaseSubjectExport,
  type SubjectExportView,
} from '@ochno/contract/subject-exports'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { dayWords } from './day-words.ts'

/** What goes out is looked at by a person: a recording that shows others stays out, and says why. */
export function ReleaseSheet({ row, onClose }: { row: SubjectExportView; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const release = useDo(releaseSubjectExport, [listSubjectExports])
  const [out, setOut] = useState<ReadonlyMap<SessionId, string>>(new Map())
  const save = async () => {
    const withheld = [...out].map(([session, reason]) => ({ session, reason }))
    const answer = await release.run({ params: { xid: row.id }, body: { withheld } })
    if (answer.ok) onClose()
  }
  const put = (session: SessionId, reason: string | null) => {
    const next = new Map(out)
    if (reason === null) next.delete(session)
    else next.set(session, reason)
    setOut(next)
  }
  return (
    <FormSheet
      title={t('retention.requests.sheet')}
      failure={release.failure}
      submit={t('retention.requests.submit')}
      busy={release.busy}
      disabled={[...out.values()].some((reason) => reason.trim() === '')}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>
        <strong>{row.person.name}</strong>
      </p>
      <p>{t('retention.requests.sheetText', { papers: row.papers })}</p>
      {row.recordings.length === 0 ? <p>{t('retention.requests.noRecordings')}</p> : null}
      {row.recordings.map(({ session, exam, recordedOn, withheld }) =>
        withheld ? (
          <p key={session}>
            {exam}, {dayWords(recordedOn, i18n.language)}
            <br />
            {withheld}
          </p>
        ) : (
          <div key={session}>
            <Checkbox
              label={t('retention.requests.give', { exam, day: dayWords(recordedOn, i18n.language) })}
              checked={!out.has(session)}
              onChange={(event) => put(session, event.currentTarget.checked ? null : '')}
            />
            {out.has(session) ? (
              <TextInput
                label={t('retention.requests.reason')}
                description={t('retention.requests.reasonHint')}
                value={out.get(session) ?? ''}
                onChange={(event) => put(session, event.currentTarget.value)}
                maxLength={300}
              />
            ) : null}
          </div>
        ),
      )}
    </FormSheet>
  )
}
