import { NativeSelect, Textarea, TextInput } from '@mantine/core'
import {
  type AccommodationView,
  decideAccommodation,
  listAccommodations,
} from '@ochno/contract/accommodations'
import { listExams } from '@ochno/contract/exams'
import { MOST_ROWS } from '@ochno/contract/paging'
import type { ExamId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './accommodations.module.css'

export function DecideSheet({ one, onClose }: { one: AccommodationView; onClose: () => void }) {
  const { t } = useTranslation()
  const deciding = useDo(decideAccommodation, [listAccommodations])
  const exams = useLoad(listExams, { query: { when: 'ahead', size: MOST_ROWS } })
  const [command, setCommand] = useState<'verify' | 'refuse'>('verify')
  const [from, setFrom] = useState(one.from)
  const [until, setUntil] = useState('')
  const [exam, setExam] = useState('')
  const [words, setWords] = useState('')
  const decide = async () => {
    const body =
      command === 'refuse'
        ? { command, words }
        : { command, from, until: until || null, exam: exam === '' ? null : (exam as ExamId), words }
    const answer = await deciding.run({ params: { acm: one.id }, body })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('accommodations.decideSheet')}
      failure={deciding.failure}
      submit={t('accommodations.save')}
      busy={deciding.busy}
      disabled={command === 'refuse' ? words.trim() === '' : from === ''}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <p className={classes.line}>
        {one.person.name}
        {': '}
        {t(`accommodations.kinds.${one.kind}`)}
      </p>
      <NativeSelect
        label={t('accommodations.answer')}
        value={command}
        onChange={(event) => setCommand(event.currentTarget.value as 'verify' | 'refuse')}
        data={[
          { value: 'verify', label: t('accommodations.grant') },
          { value: 'refuse', label: t('accommodations.refuse') },
        ]}
      />
      {command === 'verify' ? (
        <>
          <TextInput
            type="date"
            label={t('accommodations.from')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={t('accommodations.until')}
            description={t('accommodations.untilHint')}
            value={until}
            onChange={(event) => setUntil(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('accommodations.onlyExam')}
            {...(exams.is === 'ready' && exams.value.next !== null
              ? {
                  description: t('common.pages.shown', {
                    shown: exams.value.rows.length,
                    total: exams.value.total,
                  }),
                }
              : {})}
            value={exam}
            onChange={(event) => setExam(event.currentTarget.value)}
            data={[
              { value: '', label: t('accommodations.allExams') },
              ...(exams.is === 'ready'
                ? exams.value.rows.map(({ id, title }) => ({ value: id as string, label: title }))
                : []),
            ]}
          />
        </>
      ) : null}
      <Textarea
        label={t('accommodations.reason')}
        {...(command === 'refuse' ? { description: t('accommodations.reasonHint') } : {})}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
    </FormSheet>
  )
}
