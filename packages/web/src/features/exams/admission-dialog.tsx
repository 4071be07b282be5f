import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type AdmissionView, stateConditions } from '@ochno/contract/exam-admission'
import { listSessions, type SeatView } from '@ochno/contract/sessions'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Bar } from '../../ui/page.tsx'
import classes from './exams.module.css'

type Condition = AdmissionView['conditions'][number]
const answerOf = (met: boolean | null): 'yes' | 'no' | 'unknown' =>
  met === null ? 'unknown' : met ? 'yes' : 'no'

/** Conditions of admission of one examinee; while one is not met, the exam does not let him in. */
export function AdmissionDialog({ session, onClose }: { session: SeatView; onClose: () => void }) {
  const { t } = useTranslation()
  const stated = session.admission?.conditions ?? []
  const saving = useDo(stateConditions, [listSessions])
  const [rows, setRows] = useState<readonly Condition[]>(
    stated.length ? stated : [{ code: '', met: null, ground: '' }],
  )
  const change = (at: number, changed: Partial<Condition>) =>
    setRows((before) => before.map((row, no) => (no === at ? { ...row, ...changed } : row)))
  const save = async () => {
    const conditions = rows.map((row) => ({ ...row, code: row.code.trim(), ground: row.ground.trim() }))
    const answer = await saving.run({ params: { sid: session.id }, body: { conditions } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('examCard.admission.title', { name: session.examinee.name })}
      failure={saving.failure}
      submit={t('examCard.admission.save')}
      busy={saving.busy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p>{t('examCard.admission.lead')}</p>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end and have no name of their own
        <div key={at} className={classes.condition}>
          <TextInput
            label={t('examCard.admission.condition')}
            placeholder={t('examCard.admission.conditionHint')}
            value={row.code}
            onChange={(event) => change(at, { code: event.currentTarget.value })}
            maxLength={200}
            required
            withAsterisk={false}
          />
          <TextInput
            label={t('examCard.admission.ground')}
            placeholder={t('examCard.admission.groundHint')}
            value={row.ground}
            onChange={(event) => change(at, { ground: event.currentTarget.value })}
            maxLength={500}
            required
            withAsterisk={false}
          />
          <NativeSelect
            label={t('examCard.admission.met')}
            value={answerOf(row.met)}
            onChange={(event) => {
              const chosen = event.currentTarget.value
              change(at, { met: chosen === 'yes' ? true : chosen === 'no' ? false : null })
            }}
            data={(['yes', 'no', 'unknown'] as const).map((value) => ({
              value,
              label: t(`examCard.admission.answers.${value}`),
            }))}
          />
          <Button
            variant="default"
            leftSection={<IconX size={16} aria-hidden />}
            onClick={() => setRows((before) => before.filter((_, no) => no !== at))}
          >
            {t('examCard.admission.remove')}
          </Button>
        </div>
      ))}
      <Bar>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={rows.length >= 20}
          onClick={() => setRows((before) => [...before, { code: '', met: null, ground: '' }])}
        >
          {t('examCard.admission.add')}
        </Button>
      </Bar>
    </FormSheet>
  )
}
