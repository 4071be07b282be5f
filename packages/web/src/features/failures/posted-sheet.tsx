import { TextInput } from '@mantine/core'
import { type ExamFailures, type FailureView, listFailures, postFailure } from '@ochno/contract/failures'
import { siteWords } from '@ochno/domain/notice/failure-words'
import { instant } from '@ochno/domain/time'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { CopyLine } from '../../ui/copy-line.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './failures.module.css'

/** The official site is the institution's own: the words are given, and who put them where is kept. */
export function PostedSheet({
  all,
  row,
  onClose,
}: {
  all: ExamFailures
  row: FailureView
  onClose: () => void
}) {
  const { t } = useTranslation()
  const posting = useDo(postFailure, [listFailures])
  const [address, setAddress] = useState('')
  const to = row.decision?.to
  const words = siteWords(
    { exam: all.exam.title, group: null },
    {
      exam: all.exam.title,
      failure: null,
      to: to ? { opensAt: instant(to.opensAt), closesAt: instant(to.closesAt) } : null,
      reason: '',
      zone: all.zone,
    },
  )
  const submit = async () => {
    const answer = await posting.run({
      params: { eid: all.exam.id },
      body: { sessions: [row.session], address: address.trim() },
    })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('failures.posting.title')}
      failure={posting.failure}
      submit={t('failures.posting.save')}
      busy={posting.busy}
      disabled={!/^https?:\/\/\S+$/.test(address.trim())}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p className={classes.said}>{t('failures.posting.text')}</p>
      <CopyLine label={t('failures.posting.words')} value={words} />
      <TextInput
        type="url"
        label={t('failures.posting.address')}
        placeholder="https://"
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
