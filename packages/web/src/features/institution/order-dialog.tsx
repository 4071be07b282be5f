import { Button, NativeSelect, TextInput } from '@mantine/core'
import { addOrder, type AppointmentsView, duties, listAppointments } from '@ochno/contract/appointments'
import type { PartView } from '@ochno/contract/institution'
import type { AccountId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundAccounts } from '../../api/found-accounts.ts'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { PersonSelect } from '../../ui/person-select.tsx'
import { useDay } from './day.ts'
import classes from './institution.module.css'

type Person = { readonly id: AccountId; readonly name: string }
type Typed = {
  readonly key: number
  readonly person: Person | null
  readonly part: string
  readonly duty: (typeof duties)[number]
  readonly post: string
  readonly phone: string
  readonly email: string
  readonly hours: string
}

const texts = ['post', 'phone', 'email', 'hours'] as const
const longest = { post: 200, phone: 100, email: 200, hours: 200 } as const

/** The order as the head signed it: its number, its day, its term, and everybody it names. */
export function OrderDialog({
  view,
  parts,
  onClose,
}: {
  view: AppointmentsView
  parts: readonly PartView[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const day = useDay()
  const adding = useDo(addOrder, [listAppointments])
  const [number, setNumber] = useState('')
  const [signedOn, setSignedOn] = useState(view.today)
  const [term, setTerm] = useState<'year' | 'next' | 'none'>('year')
  const fresh = (key: number, part: PartView | undefined): Typed => ({
    key,
    person: null,
    part: part?.id ?? '',
    duty: part?.facts.kind === 'programme' ? 'programme' : 'technology',
    post: '',
    phone: '',
    email: '',
    hours: '',
  })
  // One line for each duty that nobody holds, or an empty one.
  const [rows, setRows] = useState<readonly Typed[]>(() => {
    const missing = (view.gaps.length > 0 ? view.gaps : view.dueForNextYear).map((gap, key) => ({
      ...fresh(
        key,
        parts.find(({ name }) => name === gap.of),
      ),
      duty: gap.for,
    }))
    return missing.length > 0 ? missing : [fresh(0, parts[0])]
  })
  const set = (key: number, change: Partial<Typed>) =>
    setRows(rows.map((row) => (row.key === key ? { ...row, ...change } : row)))
  const submit = async () => {
    const named = rows.flatMap(({ key: _, person, ...row }) =>
      person ? [{ ...row, person: person.id }] : [],
    )
    const answer = await adding.run({
      body: {
        number,
        signedOn,
        term: term === 'none' ? null : view[term],
        rows: named,
      },
    })
    if (answer.ok) onClose()
  }
  const choosePart = (key: number, id: string) => {
    const kind = parts.find((part) => part.id === id)?.facts.kind
    set(key, { part: id, duty: kind === 'programme' ? 'programme' : 'technology' })
  }
  return (
    <FormSheet
      title={t('institution.responsible.add')}
      failure={adding.failure}
      submit={t('institution.responsible.register')}
      busy={adding.busy}
      disabled={
        !number.trim() || !signedOn || rows.some((row) => !row.person || !row.part || !row.post.trim())
      }
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className={classes.fields}>
        <TextInput
          label={t('institution.responsible.number')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          maxLength={100}
          required
          withAsterisk={false}
        />
        <TextInput
          type="date"
          label={t('institution.responsible.signedOn')}
          value={signedOn}
          onChange={(event) => setSignedOn(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
      </div>
      <NativeSelect
        label={t('institution.responsible.termLabel')}
        value={term}
        onChange={(event) =>
          setTerm(
            (['year', 'next', 'none'] as const).find((one) => one === event.currentTarget.value) ?? 'year',
          )
        }
        data={[
          ...(['year', 'next'] as const).map((value) => ({
            value,
            label: t('institution.responsible.academic', {
              from: day(view[value].from),
              to: day(view[value].to),
            }),
          })),
          { value: 'none', label: t('institution.responsible.untilRevoked') },
        ]}
      />
      {rows.map((row, no) => (
        <fieldset key={row.key} className={classes.row}>
          <legend>{t('institution.responsible.rowNo', { no: no + 1 })}</legend>
          <div className={classes.fields}>
            <NativeSelect
              label={t('institution.responsible.for')}
              value={row.part}
              onChange={(event) => choosePart(row.key, event.currentTarget.value)}
              data={parts.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {row.duty === 'programme' ? null : (
              <NativeSelect
                label={t('institution.responsible.duty')}
                value={row.duty}
                onChange={(event) =>
                  set(row.key, { duty: duties.find((one) => one === event.currentTarget.value) ?? row.duty })
                }
                data={duties
                  .filter((duty) => duty !== 'programme')
                  .map((value) => ({ value, label: t(`institution.duties.${value}`) }))}
              />
            )}
            <StaffSelect chosen={row.person} onChoose={(person) => set(row.key, { person })} />
            {texts.map((field) => (
              <TextInput
                key={field}
                label={t(`institution.responsible.${field}`)}
                type={field === 'email' ? 'email' : 'text'}
                value={row[field]}
                onChange={(event) => set(row.key, { [field]: event.currentTarget.value })}
                maxLength={longest[field]}
              />
            ))}
          </div>
          {rows.length > 1 ? (
            <div>
              <Button
                size="xs"
                variant="default"
                aria-label={t('institution.responsible.dropRow', { no: no + 1 })}
                onClick={() => setRows(rows.filter(({ key }) => key !== row.key))}
              >
                {t('institution.parts.remove')}
              </Button>
            </div>
          ) : null}
        </fieldset>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          onClick={() => setRows([...rows, fresh(Math.max(...rows.map(({ key }) => key)) + 1, parts[0])])}
        >
          {t('institution.responsible.addRow')}
        </Button>
      </div>
    </FormSheet>
  )
}

function StaffSelect({
  chosen,
  onChoose,
}: {
  chosen: Person | null
  onChoose: (person: Person | null) => void
}) {
  const { t } = useTranslation()
  const { people, more, find } = useFoundAccounts('staff')
  return (
    <PersonSelect
      label={t('institution.responsible.person')}
      chosen={chosen}
      people={people.map(({ id, fullName }) => ({ id, name: fullName }))}
      more={more}
      onFind={find}
      onChoose={onChoose}
    />
  )
}
