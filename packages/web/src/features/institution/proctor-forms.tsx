import { NativeSelect, TextInput } from '@mantine/core'
import { listAppointments } from '@ochno/contract/appointments'
import { type ProctorForm, printProctorForm, proctorForms } from '@ochno/contract/filled-forms'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { type PaperFile, PaperFiles } from '../../ui/paper-files.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Sheet } from '../../ui/sheet.tsx'

/** Orders and the journal on proctors, filled in from their papers; an empty field stays a line to write on. */
export function ProctorForms({ branch, onClose }: { branch: string; onClose: () => void }) {
  const { t } = useTranslation()
  const printing = useDo(printProctorForm)
  const appointments = useLoad(listAppointments, {})
  const year = appointments.is === 'ready' ? appointments.value.year : { from: '', to: '' }
  const [form, setForm] = useState<ProctorForm>('F-003-2')
  const [number, setNumber] = useState('')
  const [on, setOn] = useState('')
  const [term, setTerm] = useState<{ from: string; to: string } | null>(null)
  const [exams, setExams] = useState('')
  const { from, to } = term ?? year
  const name = t(`filledForms.proctors.${form}`)
  const order = form !== 'F-003-3'
  const take = async (as: PaperFile) => {
    const given = {
      ...(order && number.trim() ? { number: number.trim() } : {}),
      ...(order && on ? { on } : {}),
      ...(order && from ? { from } : {}),
      ...(order && to ? { to } : {}),
      ...(form === 'F-004-6' && exams.trim() ? { exams: exams.trim() } : {}),
      ...(branch ? { branch } : {}),
    }
    const answer = await printing.run({ params: { form }, query: { as, ...given } })
    if (answer.ok) saveFile(`${name}.${as}`, answer.body)
  }
  return (
    <Sheet title={t('filledForms.proctors.title')} onClose={onClose}>
      <Rows>
        {printing.failure ? <FailureNotice failure={printing.failure} /> : null}
        <NativeSelect
          label={t('filledForms.proctors.form')}
          description={t(`filledForms.proctors.hints.${form}`)}
          value={form}
          onChange={(event) =>
            setForm(proctorForms.find((one) => one === event.currentTarget.value) ?? 'F-003-2')
          }
          data={proctorForms.map((value) => ({ value, label: t(`filledForms.proctors.${value}`) }))}
        />
        {order ? (
          <>
            <TextInput
              label={t('filledForms.proctors.number')}
              description={t('filledForms.proctors.byHand')}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
              maxLength={100}
            />
            <TextInput
              type="date"
              label={t('filledForms.proctors.on')}
              value={on}
              onChange={(event) => setOn(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('filledForms.proctors.from')}
              value={from}
              onChange={(event) => setTerm({ from: event.currentTarget.value, to })}
            />
            <TextInput
              type="date"
              label={t('filledForms.proctors.to')}
              value={to}
              onChange={(event) => setTerm({ from, to: event.currentTarget.value })}
            />
          </>
        ) : null}
        {form === 'F-004-6' ? (
          <TextInput
            label={t('filledForms.proctors.exams')}
            value={exams}
            onChange={(event) => setExams(event.currentTarget.value)}
            maxLength={300}
          />
        ) : null}
        <Bar>
          <PaperFiles name={t('filledForms.take')} busy={printing.busy} onTake={(as) => void take(as)} />
        </Bar>
      </Rows>
    </Sheet>
  )
}
