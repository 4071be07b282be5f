import type { KeptLine } from '@ochno/contract/retention'
import { useTranslation } from 'react-i18next'
import { Card, Rows } from '../../ui/page.tsx'
import { HoldLine } from './hold-line.tsx'
import { Whose } from './whose.tsx'

/** P-23: holds whose day has come, above everything else until somebody decides. */
export function ReviewDueCard({ rows, may }: { rows: readonly KeptLine[]; may: boolean }) {
  const { t } = useTranslation()
  const due = rows.flatMap((row) =>
    row.holds.filter(({ reviewDue }) => reviewDue).map((hold) => ({ row, hold })),
  )
  if (due.length === 0) return null
  return (
    <Card title={t('retention.holds.dueTitle')} lead={t('retention.holds.dueLead')}>
      <Rows gap="lg">
        {due.map(({ row, hold }) => (
          <div key={hold.id}>
            <Whose row={row} />
            <HoldLine hold={hold} may={may} />
          </div>
        ))}
      </Rows>
    </Card>
  )
}
