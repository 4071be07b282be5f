import { Select } from '@mantine/core'
import { assignReview, controlReview, listReviews, type ReviewRow } from '@ochno/contract/review'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { Rows } from '../../../ui/page.tsx'

type Reviewer = { readonly id: string; readonly name: string; readonly minutes: number }
type SheetOf = {
  readonly row: ReviewRow
  readonly reviewers: readonly Reviewer[]
  readonly onClose: () => void
}

const BY_LOAD = 'by-load'

export function GiveSheet({ row, reviewers, onClose }: SheetOf) {
  const { t } = useTranslation()
  const assign = useDo(assignReview, [listReviews])
  const [to, setTo] = useState<string>(BY_LOAD)
  const send = async () => {
    const reviewer = to === BY_LOAD ? null : to
    const answer = await assign.run({ params: { rid: row.id }, body: { reviewer } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('review.give.title')}
      onClose={onClose}
      failure={assign.failure}
      submit={t('review.give.send')}
      busy={assign.busy}
      onSubmit={() => void send()}
    >
      <Rows gap="sm">
        <p>{t('review.give.text')}</p>
        <Select
          label={t('review.give.label')}
          allowDeselect={false}
          data={[{ value: BY_LOAD, label: t('review.give.byLoad') }, ...useChoices(reviewers)]}
          value={to}
          onChange={(value) => value && setTo(value)}
        />
      </Rows>
    </FormSheet>
  )
}

function useChoices(reviewers: readonly Reviewer[]) {
  const { t } = useTranslation()
  return reviewers.map(({ id, name, minutes }) => ({
    value: id,
    label: t('review.give.one', { name, minutes }),
  }))
}

export function ControlSheet({ row, reviewers, onClose }: SheetOf) {
  const { t } = useTranslation()
  const control = useDo(controlReview, [listReviews])
  const [to, setTo] = useState<string | null>(null)
  const send = async () => {
    if (to === null) return
    const answer = await control.run({ params: { rid: row.id }, body: { reviewer: to } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('review.control.title')}
      onClose={onClose}
      failure={control.failure}
      submit={t('review.control.send')}
      busy={control.busy}
      disabled={to === null}
      onSubmit={() => void send()}
    >
      <Rows gap="sm">
        <p>{t('review.control.text')}</p>
        <Select label={t('review.give.label')} data={useChoices(reviewers)} value={to} onChange={setTo} />
      </Rows>
    </FormSheet>
  )
}
