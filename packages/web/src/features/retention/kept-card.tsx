import type { KeptLine } from '@ochno/contract/retention'
import { IconArchive } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../ui/empty.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import { dayWords } from './day-words.ts'
import { HoldButton } from './hold-button.tsx'
import { HoldLine } from './hold-line.tsx'
import { Whose } from './whose.tsx'

export function KeptCard({ rows, mayHold }: { rows: readonly KeptLine[]; mayHold: boolean }) {
  const { t, i18n } = useTranslation()
  if (rows.length === 0)
    return (
      <Card title={t('retention.kept.title')}>
        <Empty icon={IconArchive} title={t('retention.kept.empty')}>
          {t('retention.kept.emptyText')}
        </Empty>
      </Card>
    )
  return (
    <Card title={t('retention.kept.title')}>
      <Table
        label={t('retention.kept.title')}
        rows={rows}
        rowKey={({ session }) => session}
        columns={[
          { name: t('retention.kept.who'), cell: (row) => <Whose row={row} /> },
          {
            name: t('retention.kept.recorded'),
            cell: ({ recordedOn }) => dayWords(recordedOn, i18n.language),
          },
          {
            name: t('retention.kept.until'),
            cell: ({ until }) =>
              until
                ? t('retention.kept.untilDay', { day: dayWords(until, i18n.language) })
                : t('retention.kept.unknown'),
          },
          { name: t('retention.kept.why'), cell: (row) => <Why row={row} mayHold={mayHold} /> },
          ...(mayHold
            ? [
                {
                  name: t('retention.kept.hold'),
                  quiet: true,
                  cell: (row: KeptLine) => <HoldButton row={row} />,
                },
              ]
            : []),
        ]}
      />
    </Card>
  )
}

function Why({ row: { kept, inAct, holds }, mayHold }: { row: KeptLine; mayHold: boolean }) {
  const { t } = useTranslation()
  const tone = kept === 'on_hold' || kept === 'appeal_open' || kept === 'complaint_open' ? 'warn' : 'idle'
  return (
    <>
      {inAct === null ? null : (
        <StateMark quiet tone="info" word={t('retention.kept.inAct', { number: inAct })} />
      )}
      {kept === null ? null : <StateMark quiet tone={tone} word={t(`retention.whyKept.${kept}`)} />}
      {holds.map((hold) => (
        <HoldLine key={hold.id} hold={hold} may={mayHold} />
      ))}
    </>
  )
}
