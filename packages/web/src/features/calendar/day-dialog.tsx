import { Button, NativeSelect, Textarea } from '@mantine/core'
import { changeDay, listYears, readYear, type YearView } from '@ochno/contract/calendar'
import { type DayKind, dayKinds } from '@ochno/domain/calendar/day-kind'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import classes from './calendar.module.css'
import { useDay, weekdayToo } from './day.ts'

const indexOf = (day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.UTC(Number(day.slice(0, 4)), 0, 1)) / 86_400_000

export function DayDialog({ day, year, onClose }: { day: string; year: YearView; onClose: () => void }) {
  const { t } = useTranslation()
  const dayWords = useDay()
  const changing = useDo(changeDay, [readYear, listYears])
  const changed = year.changes.find((change) => change.day === day) ?? null
  const byState: DayKind = changed?.byState ?? year.days[indexOf(day)] ?? 'working'
  const [kind, setKind] = useState<DayKind>(changed?.kind ?? (byState === 'off' ? 'working' : 'off'))
  const [reason, setReason] = useState(changed?.reason ?? '')
  const send = async (change: { kind: DayKind; reason: string } | null) => {
    const answer = await changing.run({ params: { day }, body: { change } })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={dayWords(day, weekdayToo).replace(/^./, (letter) => letter.toLocaleUpperCase())}
      failure={changing.failure}
      submit={t('calendar.change.save')}
      busy={changing.busy}
      disabled={!reason.trim()}
      onSubmit={() => void send({ kind, reason })}
      onClose={onClose}
    >
      <p className={classes.note}>{t('calendar.change.now', { kind: t(`calendar.kinds.${byState}`) })}</p>
      <NativeSelect
        label={t('calendar.change.kind')}
        value={kind}
        onChange={(event) => setKind(dayKinds.find((one) => one === event.currentTarget.value) ?? kind)}
        data={dayKinds
          .filter((one) => one !== byState)
          .map((value) => ({ value, label: t(`calendar.kinds.${value}`) }))}
      />
      <Textarea
        label={t('calendar.change.reason')}
        description={t('calendar.change.reasonHint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        rows={2}
        required
        withAsterisk={false}
      />
      {changed ? (
        <Button variant="default" disabled={changing.busy} onClick={() => void send(null)}>
          {t('calendar.change.undo')}
        </Button>
      ) : null}
    </FormSheet>
  )
}
