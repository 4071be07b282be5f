import { Autocomplete, NativeSelect, TextInput } from '@mantine/core'
import { addPeriod, changePeriod, listPeriods, periodKinds, type PeriodView } from '@ochno/contract/calendar'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './calendar.module.css'
import { short, useDay } from './day.ts'

export function PeriodDialog({
  period,
  programmes,
  branches,
  onClose,
}: {
  period: PeriodView | null
  programmes: string[]
  branches: string[]
  onClose: () => void
}) {
  const { t } = useTranslation()
  const dayWords = useDay()
  const adding = useDo(addPeriod, [listPeriods])
  const changing = useDo(changePeriod, [listPeriods])
  const [programme, setProgramme] = useState(period?.programme ?? '')
  const [branch, setBranch] = useState(period?.branch ?? '')
  const [kind, setKind] = useState<PeriodView['kind']>(period?.kind ?? 'intermediate')
  const [from, setFrom] = useState(period?.from ?? '')
  const [to, setTo] = useState(period?.to ?? '')
  const backwards = from !== '' && to !== '' && to < from
  const failure = adding.failure ?? changing.failure
  const taken = failure?.code === 'periods_overlap' ? failure.fields : []
  const submit = async () => {
    const body = { programme, branch: branch.trim() || null, kind, from, to }
    const answer = period
      ? await changing.run({ params: { pid: period.id }, body })
      : await adding.run({ body })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t(period ? 'calendar.periods.edit' : 'calendar.periods.add')}
      failure={failure}
      submit={t('calendar.periods.save')}
      busy={adding.busy || changing.busy}
      disabled={!programme.trim() || !from || !to || backwards}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {taken[0] && taken[1] ? (
        <p className={classes.note}>
          {t('calendar.periods.clash', { from: dayWords(taken[0], short), to: dayWords(taken[1], short) })}
        </p>
      ) : null}
      <Autocomplete
        label={t('calendar.periods.programme')}
        description={t('calendar.periods.programmeHint')}
        value={programme}
        onChange={setProgramme}
        data={programmes}
        maxLength={300}
        required
        withAsterisk={false}
      />
      <Autocomplete
        label={t('calendar.periods.branch')}
        description={t('calendar.periods.branchHint')}
        value={branch}
        onChange={setBranch}
        data={branches}
        maxLength={200}
      />
      <NativeSelect
        label={t('calendar.periods.kind')}
        value={kind}
        onChange={(event) => setKind(periodKinds.find((one) => one === event.currentTarget.value) ?? kind)}
        data={periodKinds.map((value) => ({ value, label: t(`calendar.periods.kinds.${value}`) }))}
      />
      <div className={classes.fields}>
        <TextInput
          type="date"
          label={t('calendar.periods.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <TextInput
          type="date"
          label={t('calendar.periods.to')}
          value={to}
          min={from}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={backwards ? t('calendar.periods.endsFirst') : null}
          required
          withAsterisk={false}
        />
      </div>
    </FormSheet>
  )
}
