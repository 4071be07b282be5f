import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { listSiblings } from '@ochno/contract/amendments'
import type { ExamId } from '@ochno/domain/ids'
import { useTranslation } from 'react-i18next'
import { useFoundAccounts } from '../../api/found-accounts.ts'
import { useLoad } from '../../api/load.ts'
import { PersonSelect } from '../../ui/person-select.tsx'
import { zoneName } from '../../ui/zone.ts'
import type { AmendForm, Intent, Slot } from './amend-form.ts'
import classes from './amend.module.css'
import { useSlotWords } from './slot-words.ts'

type FieldsProps = {
  readonly exam: ExamId
  readonly intent: Intent
  readonly form: AmendForm
  readonly slots: readonly Slot[]
  readonly atOnce: number | null
  readonly zone: string
  /** Who watches there now, for a change of proctor. */
  readonly watching: readonly { readonly id: string; readonly name: string }[]
  readonly unwatched: boolean
  readonly onChange: (form: AmendForm) => void
}

/** The fields each deed asks for; taking off and cancelling ask for none. */
export function AmendFields(props: FieldsProps) {
  switch (props.intent.do) {
    case 'move':
      return <MoveFields {...props} />
    case 'add':
      return (
        <>
          <Examinee {...props} />
          <Proctor {...props} none />
        </>
      )
    case 'move_slot':
      return <Times {...props} />
    case 'change_proctor':
      return <ProctorFields {...props} />
    default:
      return null
  }
}

function MoveFields(props: FieldsProps) {
  const { t } = useTranslation()
  const { exam, form, slots, atOnce, zone, intent, onChange } = props
  const words = useSlotWords(zone)
  const siblings = useLoad(listSiblings, { params: { eid: exam } })
  const others = siblings.is === 'ready' ? siblings.value.rows : []
  const from = intent.do === 'move' ? intent.from : null
  const free = slots.filter(({ id, closesAt }) => id !== from && Date.parse(closesAt) > Date.now())
  const seats = (slot: { opensAt: string; closesAt: string }, people: number, of: number | null) =>
    of === null
      ? t('amendments.form.seats', { slot: words(slot), people })
      : t('amendments.form.seatsOf', { slot: words(slot), people, of })
  const chosen = others.find(({ id }) => id === form.exam)
  const ways = [
    ...(free.length ? (['slot'] as const) : []),
    'time' as const,
    ...(others.length ? (['exam'] as const) : []),
  ]
  const nothing = { value: '', label: t('amendments.form.choose') }
  return (
    <>
      {ways.length > 1 ? (
        <SegmentedControl
          fullWidth
          aria-label={t('amendments.form.where')}
          value={form.where}
          onChange={(where) => onChange({ ...form, where: where as AmendForm['where'], slot: '', exam: '' })}
          data={ways.map((way) => ({ value: way, label: t(`amendments.form.${way}`) }))}
        />
      ) : null}
      {form.where === 'slot' ? (
        <NativeSelect
          label={t('amendments.form.toSlot')}
          value={form.slot}
          onChange={(event) => onChange({ ...form, slot: event.currentTarget.value })}
          data={[
            nothing,
            ...free.map((slot) => ({ value: slot.id, label: seats(slot, slot.people, atOnce) })),
          ]}
        />
      ) : null}
      {form.where === 'time' ? <Times {...props} /> : null}
      {form.where === 'exam' ? (
        <>
          <NativeSelect
            label={t('amendments.form.toExam')}
            value={form.exam}
            onChange={(event) => onChange({ ...form, exam: event.currentTarget.value, slot: '' })}
            data={[nothing, ...others.map(({ id, title }) => ({ value: id, label: title }))]}
          />
          {chosen?.slots.length ? (
            <NativeSelect
              label={t('amendments.form.toSlot')}
              value={form.slot}
              onChange={(event) => onChange({ ...form, slot: event.currentTarget.value })}
              data={[
                nothing,
                ...chosen.slots.map((slot) => ({
                  value: slot.id,
                  label: seats(slot, slot.people, chosen.atOnce),
                })),
              ]}
            />
          ) : null}
        </>
      ) : null}
      <Proctor {...props} />
    </>
  )
}

function Times({ form, zone, onChange }: FieldsProps) {
  const { t, i18n } = useTranslation()
  const wrong = form.opensAt !== '' && form.closesAt !== '' && form.closesAt <= form.opensAt
  return (
    <div>
      <div className={classes.times}>
        <TextInput
          type="datetime-local"
          label={t('amendments.form.from')}
          value={form.opensAt}
          onChange={(event) => onChange({ ...form, opensAt: event.currentTarget.value })}
          required
        />
        <TextInput
          type="datetime-local"
          label={t('amendments.form.until')}
          value={form.closesAt}
          onChange={(event) => onChange({ ...form, closesAt: event.currentTarget.value })}
          error={wrong ? t('amendments.form.wrong') : null}
          required
        />
      </div>
      <p className={classes.quiet}>
        {t('amendments.form.zone', { zone: zoneName(zone, i18n.language, new Date()) })}
      </p>
    </div>
  )
}

function Examinee({ form, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const { people, more, find } = useFoundAccounts('examinee')
  const chosen = people.find(({ id }) => id === form.examinee)
  return (
    <PersonSelect
      label={t('amendments.form.person')}
      chosen={chosen ? { id: chosen.id, name: chosen.fullName } : null}
      people={people.map(({ id, fullName }) => ({ id, name: fullName }))}
      more={more}
      onFind={find}
      onChoose={(person) => onChange({ ...form, examinee: person?.id ?? null })}
    />
  )
}

function Proctor({ form, onChange, none = false }: FieldsProps & { none?: boolean }) {
  const { t } = useTranslation()
  const { people } = useFoundAccounts('proctor')
  return (
    <NativeSelect
      label={t('amendments.form.proctor')}
      value={form.proctor}
      onChange={(event) => onChange({ ...form, proctor: event.currentTarget.value })}
      data={[
        { value: '', label: t(none ? 'amendments.form.slotProctor' : 'amendments.form.sameProctor') },
        ...people.map(({ id, fullName }) => ({ value: id, label: fullName })),
      ]}
    />
  )
}

function ProctorFields({ form, watching, unwatched, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const { people } = useFoundAccounts('proctor')
  return (
    <>
      <NativeSelect
        label={t('amendments.form.whom')}
        value={form.whom}
        onChange={(event) => onChange({ ...form, whom: event.currentTarget.value })}
        data={[
          ...watching.map(({ id, name }) => ({ value: id, label: name })),
          ...(unwatched || watching.length === 0
            ? [{ value: '', label: t('amendments.form.noProctor') }]
            : []),
        ]}
      />
      <NativeSelect
        label={t('amendments.form.newProctor')}
        value={form.proctor}
        onChange={(event) => onChange({ ...form, proctor: event.currentTarget.value })}
        data={[
          { value: '', label: t('amendments.form.choose') },
          ...people
            .filter(({ id }) => id !== form.whom)
            .map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
      />
    </>
  )
}
