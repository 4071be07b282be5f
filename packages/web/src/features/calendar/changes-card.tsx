import { Button } from '@mantine/core'
import { listYears, readYear, resetYear, type YearView } from '@ochno/contract/calendar'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import classes from './calendar.module.css'
import { useDay } from './day.ts'

export function ChangesCard({
  year,
  manages,
  onDay,
}: {
  year: YearView
  manages: boolean
  onDay: (day: string) => void
}) {
  const { t } = useTranslation()
  const dayWords = useDay()
  const resetting = useDo(resetYear, [readYear, listYears])
  const [asking, setAsking] = useState(false)
  const reset = async () => {
    await resetting.run({ params: { year: year.year } })
    setAsking(false)
  }
  return (
    <Card
      title={t('calendar.changes.title')}
      actions={
        manages && year.changes.length > 0 ? (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('calendar.changes.reset')}
          </Button>
        ) : null
      }
    >
      {resetting.failure ? <FailureNotice failure={resetting.failure} /> : null}
      {year.changes.length === 0 ? (
        <p className={classes.quiet}>{t('calendar.changes.none')}</p>
      ) : (
        <Table
          label={t('calendar.changes.title')}
          rows={year.changes}
          rowKey={(change) => change.day}
          columns={[
            {
              name: t('calendar.changes.day'),
              cell: ({ day }) =>
                manages ? (
                  <Button variant="subtle" size="compact-sm" onClick={() => onDay(day)}>
                    {dayWords(day)}
                  </Button>
                ) : (
                  dayWords(day)
                ),
            },
            { name: t('calendar.changes.was'), cell: ({ byState }) => t(`calendar.kinds.${byState}`) },
            { name: t('calendar.changes.is'), cell: ({ kind }) => t(`calendar.kinds.${kind}`) },
            { name: t('calendar.changes.reason'), cell: ({ reason }) => reason },
            { name: t('calendar.changes.who'), cell: ({ byName }) => byName },
          ]}
        />
      )}
      <Dialog
        opened={asking}
        title={t('calendar.changes.resetTitle', { year: year.year })}
        confirm={t('calendar.changes.reset')}
        busy={resetting.busy}
        onConfirm={() => void reset()}
        onClose={() => setAsking(false)}
      >
        {t('calendar.changes.resetText')}
      </Dialog>
    </Card>
  )
}
