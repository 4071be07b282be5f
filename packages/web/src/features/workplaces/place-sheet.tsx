import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { addWorkplace, changeWorkplace, listWorkplaces, type WorkplaceView } from '@ochno/contract/workplaces'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './workplaces.module.css'

const always = { opens: '00:00', closes: '24:00' }
const fresh = { name: '', address: '', seats: 1, opens: '09:00', closes: '18:00', active: true }

export function PlaceSheet({ place, onClose }: { place: WorkplaceView | null; onClose: () => void }) {
  const { t } = useTranslation()
  const adding = useDo(addWorkplace, [listWorkplaces])
  const changing = useDo(changeWorkplace, [listWorkplaces])
  const [given, setGiven] = useState(() => {
    if (!place) return fresh
    const { id: _, booked: __, ...known } = place
    return known
  })
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change })
  const round = given.opens === always.opens && given.closes === always.closes
  const submit = async () => {
    const answer = place
      ? await changing.run({ params: { wid: place.id }, body: given })
      : await adding.run({ body: given })
    if (answer.ok) onClose()
  }
  const hour = (name: 'opens' | 'closes') => (
    <TextInput
      type="time"
      label={t(`workplaces.staff.${name}`)}
      value={given[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      required
      withAsterisk={false}
    />
  )
  return (
    <FormSheet
      title={t(place ? 'workplaces.staff.change' : 'workplaces.staff.add')}
      size="md"
      failure={adding.failure ?? changing.failure}
      submit={t('workplaces.staff.save')}
      busy={adding.busy || changing.busy}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <TextInput
        label={t('workplaces.staff.name')}
        description={t('workplaces.staff.nameHint')}
        value={given.name}
        maxLength={200}
        onChange={(event) => set({ name: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('workplaces.staff.address')}
        value={given.address}
        maxLength={300}
        onChange={(event) => set({ address: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <div className={classes.fields}>
        <NumberInput
          label={t('workplaces.staff.seats')}
          value={given.seats}
          onChange={(seats) => set({ seats: Number(seats) || 1 })}
          min={1}
          max={1000}
          allowDecimal={false}
          hideControls
        />
        {round ? null : hour('opens')}
        {round ? null : hour('closes')}
      </div>
      <Checkbox
        size="md"
        label={t('workplaces.staff.round')}
        checked={round}
        onChange={(event) =>
          set(event.currentTarget.checked ? always : { opens: fresh.opens, closes: fresh.closes })
        }
      />
      <Checkbox
        size="md"
        label={t('workplaces.staff.active')}
        checked={given.active}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
    </FormSheet>
  )
}
