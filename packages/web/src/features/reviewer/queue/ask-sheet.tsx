import { Select } from '@mantine/core'
import { askReview, listReviews } from '@ochno/contract/review'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { moment } from '../../../ui/moment.ts'
import { Rows } from '../../../ui/page.tsx'

type Askable = {
  readonly session: string
  readonly examinee: string
  readonly exam: string
  readonly at: string
}

export function AskSheet({
  askable,
  zone,
  onClose,
}: {
  readonly askable: readonly Askable[]
  readonly zone: string
  readonly onClose: () => void
}) {
  const { t, i18n } = useTranslation()
  const ask = useDo(askReview, [listReviews])
  const [session, setSession] = useState<string | null>(null)
  const send = async () => {
    if (session === null) return
    const answer = await ask.run({ body: { session } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('review.ask.title')}
      onClose={onClose}
      failure={ask.failure}
      submit={t('review.ask.send')}
      busy={ask.busy}
      disabled={session === null}
      onSubmit={() => void send()}
    >
      <Rows gap="sm">
        <p>{t('review.ask.text')}</p>
        {askable.length === 0 ? (
          <p role="status">{t('review.ask.none')}</p>
        ) : (
          <Select
            label={t('review.ask.label')}
            searchable
            data={askable.map(({ session: value, examinee: name, exam, at }) => ({
              value,
              label: t('review.ask.one', { name, exam, at: moment(at, zone, i18n.language) }),
            }))}
            value={session}
            onChange={setSession}
          />
        )}
      </Rows>
    </FormSheet>
  )
}
