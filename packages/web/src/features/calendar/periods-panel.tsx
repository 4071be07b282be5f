import { Button } from '@mantine/core'
import { listPeriods, type PeriodView, removePeriod } from '@ochno/contract/calendar'
import { IconCalendarEvent, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { may, useMe } from '../../api/me.ts'
import { BranchFilter } from '../../ui/branch-filter.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import classes from './calendar.module.css'
import { short, useDay } from './day.ts'
import { PeriodDialog } from './period-dialog.tsx'

/** The calendar names a branch by its words. */
const branchesOf = (rows: readonly PeriodView[]) =>
  [...new Set(rows.flatMap(({ branch }) => branch ?? []))].toSorted().map((name) => ({ id: name, name }))

/** A period of every branch holds in this one too. */
const inBranch = (rows: readonly PeriodView[], branch: string) =>
  branch === '' ? rows : rows.filter((row) => row.branch === null || row.branch === branch)

export function PeriodsPanel() {
  const { t } = useTranslation()
  const me = useMe()
  const manages = me.is === 'ready' && may(me.value, 'periods.manage')
  const periods = useLoad(listPeriods, {})
  const removing = useDo(removePeriod, [listPeriods])
  const [open, setOpen] = useState<PeriodView | 'new' | null>(null)
  const [branch, setBranch] = useState('')
  const [leaving, setLeaving] = useState<PeriodView | null>(null)
  const remove = async (period: PeriodView) => {
    await removing.run({ params: { pid: period.id } })
    setLeaving(null)
  }
  const add = manages ? (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
      {t('calendar.periods.add')}
    </Button>
  ) : null
  return (
    <Card title={t('calendar.periods.title')} lead={t('calendar.periods.lead')} actions={add}>
      {removing.failure ? <FailureNotice failure={removing.failure} /> : null}
      <LoadView load={periods} rows={5}>
        {({ today, leadDays, rows }) => (
          <Rows>
            {leadDays === null ? null : (
              <p className={classes.quiet}>{t('calendar.periods.leadDays', { count: leadDays })}</p>
            )}
            {rows.length === 0 ? (
              <Empty icon={IconCalendarEvent} title={t('calendar.periods.empty')}>
                {t('calendar.periods.emptyText')}
              </Empty>
            ) : (
              <>
                <BranchFilter branches={branchesOf(rows)} value={branch} onChange={setBranch} />
                <Periods
                  rows={inBranch(rows, branch)}
                  today={today}
                  manages={manages}
                  onChange={setOpen}
                  onRemove={setLeaving}
                />
              </>
            )}
            {open ? (
              <PeriodDialog
                period={open === 'new' ? null : open}
                programmes={[...new Set(rows.map(({ programme }) => programme))]}
                branches={[...new Set(rows.flatMap(({ branch }) => branch ?? []))]}
                onClose={() => setOpen(null)}
              />
            ) : null}
          </Rows>
        )}
      </LoadView>
      {leaving ? (
        <Dialog
          opened
          danger
          title={t('calendar.periods.removeTitle')}
          confirm={t('calendar.periods.remove')}
          busy={removing.busy}
          onConfirm={() => void remove(leaving)}
          onClose={() => setLeaving(null)}
        >
          <p>{leaving.programme}</p>
          {t('calendar.periods.removeText')}
        </Dialog>
      ) : null}
    </Card>
  )
}

function Periods({
  rows,
  today,
  manages,
  onChange,
  onRemove,
}: {
  rows: readonly PeriodView[]
  today: string
  manages: boolean
  onChange: (period: PeriodView) => void
  onRemove: (period: PeriodView) => void
}) {
  const { t } = useTranslation()
  const dayWords = useDay()
  const range = ({ from, to }: PeriodView) =>
    t('calendar.periods.range', { from: dayWords(from, short), to: dayWords(to, short) })
  const applyBy = ({ applyBy }: PeriodView) => {
    if (applyBy === null) return null
    const day = dayWords(applyBy, short)
    return applyBy < today ? <span className={classes.late}>{t('calendar.periods.past', { day })}</span> : day
  }
  const act = (period: PeriodView) => {
    const named = { programme: period.programme, days: range(period) }
    return (
      <div className={classes.acts}>
        <Button
          variant="default"
          size="xs"
          aria-label={t('calendar.periods.changeOf', named)}
          onClick={() => onChange(period)}
        >
          {t('calendar.periods.change')}
        </Button>
        <Button
          variant="default"
          size="xs"
          aria-label={t('calendar.periods.removeOf', named)}
          onClick={() => onRemove(period)}
        >
          {t('calendar.periods.remove')}
        </Button>
      </div>
    )
  }
  return (
    <Table
      label={t('calendar.periods.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { name: t('calendar.periods.programme'), cell: ({ programme }) => programme },
        {
          name: t('calendar.periods.branch'),
          cell: ({ branch }) => branch ?? t('calendar.periods.everywhere'),
        },
        { name: t('calendar.periods.kind'), cell: ({ kind }) => t(`calendar.periods.kinds.${kind}`) },
        { name: t('calendar.periods.days'), cell: range },
        ...(rows.some((row) => row.applyBy !== null)
          ? [{ name: t('calendar.periods.applyBy'), cell: applyBy }]
          : []),
        ...(manages ? [{ name: t('calendar.periods.act'), quiet: true, cell: act }] : []),
      ]}
    />
  )
}
