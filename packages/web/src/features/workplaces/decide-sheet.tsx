import { Button, NativeSelect, TextInput } from '@mantine/core'
import {
  bookWorkplace,
  listWorkplaces,
  refuseWorkplace,
  type WorkplaceRequest,
  type WorkplaceView,
} from '@ochno/contract/workplaces'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { fromZoned, toZoned } from '../../api/zoned.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Bar } from '../../ui/page.tsx'
import classes from './workplaces.module.css'

/** A seat in one of the rooms, or a refusal that says why. */
export function DecideSheet({
  request,
  places,
  zone,
  onClose,
}: {
  request: WorkplaceRequest
  places: readonly WorkplaceView[]
  zone: string
  onClose: () => void
}) {
  const { t } = useTranslation()
  const booking = useDo(bookWorkplace, [listWorkplaces])
  const refusing = useDo(refuseWorkplace, [listWorkplaces])
  const offered = places.filter(({ active }) => active)
  const [place, setPlace] = useState(offered[0]?.id ?? '')
  // A field of minutes: untouched, it stands for the very moment.
  const first = toZoned(request.from, zone)
  const [from, setFrom] = useState(first)
  const [answer, setAnswer] = useState('')
  const params = { sid: request.session }
  const closeIf = (done: { readonly ok: boolean }) => {
    if (done.ok) onClose()
  }
  return (
    <FormSheet
      title={`${request.examinee.name}: ${request.exam}`}
      size="md"
      failure={booking.failure ?? refusing.failure}
      submit={t('workplaces.staff.book')}
      busy={booking.busy}
      disabled={place === '' || from === ''}
      onClose={onClose}
      onSubmit={() => {
        refusing.forget()
        void booking
          .run({ params, body: { place, from: from === first ? request.from : fromZoned(from, zone) } })
          .then(closeIf)
      }}
    >
      {request.wish ? <p className={classes.words}>{request.wish}</p> : null}
      <NativeSelect
        label={t('workplaces.staff.where')}
        value={place}
        data={offered.map(({ id, name, address }) => ({ value: id, label: `${name}, ${address}` }))}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={t('workplaces.staff.from')}
        description={t('workplaces.staff.fromHint')}
        value={from}
        min={toZoned(request.opensAt, zone)}
        max={toZoned(request.closesAt, zone)}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <TextInput
        label={t('workplaces.staff.answer')}
        description={t('workplaces.staff.answerHint')}
        value={answer}
        maxLength={500}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Bar>
        <Button
          variant="default"
          disabled={answer.trim() === ''}
          loading={refusing.busy}
          onClick={() => {
            booking.forget()
            void refusing.run({ params, body: { answer } }).then(closeIf)
          }}
        >
          {t('workplaces.staff.refuse')}
        </Button>
      </Bar>
    </FormSheet>
  )
}
