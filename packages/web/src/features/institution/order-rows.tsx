import { Button, TextInput } from '@mantine/core'
import {
  type AppointmentView,
  changeContact,
  listAppointments,
  revokeAppointment,
} from '@ochno/contract/appointments'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Table } from '../../ui/table.tsx'
import { useDay } from './day.ts'
import classes from './institution.module.css'

export function OrderRows({
  rows,
  today,
  manages,
}: {
  rows: readonly AppointmentView[]
  today: string
  manages: boolean
}) {
  const { t } = useTranslation()
  const day = useDay()
  const [reach, setReach] = useState<AppointmentView | null>(null)
  const [leaving, setLeaving] = useState<AppointmentView | null>(null)
  const named = ({ person, part }: AppointmentView) => ({ name: person.name, part: part.name })
  return (
    <>
      <Table
        label={t('institution.responsible.rows')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            name: t('institution.responsible.for'),
            cell: ({ part, duty }) => `${part.name} (${t(`institution.duties.${duty}`)})`,
          },
          { name: t('institution.responsible.person'), cell: ({ person }) => person.name },
          { name: t('institution.responsible.post'), cell: ({ post }) => post },
          {
            name: t('institution.responsible.contact'),
            cell: ({ phone, email, hours }) =>
              [phone, email, hours].filter(Boolean).join(', ') || t('institution.responsible.noContact'),
          },
          {
            name: t('institution.responsible.act'),
            quiet: true,
            cell: (row) =>
              row.revokedOn ? (
                t('institution.responsible.revoked', { day: day(row.revokedOn) })
              ) : manages ? (
                <div className={classes.acts}>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('institution.responsible.contactOf', named(row))}
                    onClick={() => setReach(row)}
                  >
                    {t('institution.responsible.contact')}
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={t('institution.responsible.revokeOf', named(row))}
                    onClick={() => setLeaving(row)}
                  >
                    {t('institution.responsible.revoke')}
                  </Button>
                </div>
              ) : null,
          },
        ]}
      />
      {reach ? <ContactDialog row={reach} onClose={() => setReach(null)} /> : null}
      {leaving ? <RevokeDialog row={leaving} today={today} onClose={() => setLeaving(null)} /> : null}
    </>
  )
}

const contactFields = ['phone', 'email', 'hours'] as const

function ContactDialog({ row, onClose }: { row: AppointmentView; onClose: () => void }) {
  const { t } = useTranslation()
  const changing = useDo(changeContact, [listAppointments])
  const [typed, setTyped] = useState({ phone: row.phone, email: row.email, hours: row.hours })
  const submit = async () => {
    const answer = await changing.run({ params: { apt: row.id }, body: typed })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('institution.responsible.contactOf', { name: row.person.name, part: row.part.name })}
      failure={changing.failure}
      submit={t('institution.save')}
      busy={changing.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {contactFields.map((field) => (
        <TextInput
          key={field}
          label={t(`institution.responsible.${field}`)}
          type={field === 'email' ? 'email' : 'text'}
          value={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
          maxLength={field === 'phone' ? 100 : 200}
        />
      ))}
    </FormSheet>
  )
}

function RevokeDialog({ row, today, onClose }: { row: AppointmentView; today: string; onClose: () => void }) {
  const { t } = useTranslation()
  const revoking = useDo(revokeAppointment, [listAppointments])
  const [on, setOn] = useState(today)
  const submit = async () => {
    const answer = await revoking.run({ params: { apt: row.id }, body: { on } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('institution.responsible.revokeOf', { name: row.person.name, part: row.part.name })}
      failure={revoking.failure}
      submit={t('institution.responsible.revoke')}
      busy={revoking.busy}
      disabled={!on}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        type="date"
        label={t('institution.responsible.revokeFrom')}
        description={t('institution.responsible.revokeHint')}
        value={on}
        onChange={(event) => setOn(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
