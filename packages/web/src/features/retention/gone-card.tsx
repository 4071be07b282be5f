import { Button } from '@mantine/core'
import { type KeptLine, takeProof } from '@ochno/contract/retention'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { When } from '../../ui/when.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Whose } from './whose.tsx'

export function GoneCard({ rows, zone }: { rows: readonly KeptLine[]; zone: string }) {
  const { t } = useTranslation()
  const take = useDo(takeProof)
  if (rows.length === 0) return null
  const download = async ({ session }: KeptLine) => {
    const answer = await take.run({ params: { sid: session } })
    if (answer.ok) saveFile(`${session}-proof.json`, answer.body)
  }
  return (
    <Card title={t('retention.gone.title')}>
      <Rows>
        {take.failure ? <FailureNotice failure={take.failure} /> : null}
        <Table
          label={t('retention.gone.title')}
          rows={rows}
          rowKey={({ session }) => session}
          columns={[
            { name: t('retention.kept.who'), cell: (row) => <Whose row={row} /> },
            {
              name: t('retention.gone.when'),
              cell: ({ destroyed }) => (destroyed ? <When at={destroyed.at} zone={zone} /> : null),
            },
            {
              name: t('retention.gone.act'),
              cell: ({ destroyed }) =>
                destroyed ? t('retention.acts.name', { number: destroyed.number }) : null,
            },
            {
              name: t('retention.gone.proof'),
              quiet: true,
              cell: (row) => (
                <Button
                  variant="default"
                  size="compact-md"
                  loading={take.busy}
                  aria-label={t('retention.gone.proofOf', { name: row.examinee, exam: row.exam })}
                  onClick={() => void download(row)}
                >
                  {t('retention.gone.proof')}
                </Button>
              ),
            },
          ]}
        />
      </Rows>
    </Card>
  )
}
