import { Button } from '@mantine/core'
import { listExports } from '@ochno/contract/evidence'
import { IconPackageExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { AskExportDialog } from './ask-export-dialog.tsx'
import { ExportsTable } from './exports-table.tsx'

/** T-11: one person asks, another allows, the first takes it. */
export function ExportsCard({ session, zone }: { session: string; zone: string }) {
  const { t } = useTranslation()
  const exports = useLoad(listExports, {}, { everyMs: 15_000 })
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  return (
    <Card
      title={t('reviewer.exports.title')}
      lead={t('reviewer.exports.lead')}
      actions={
        <Button
          variant="default"
          leftSection={<IconPackageExport size={18} aria-hidden />}
          onClick={() => setAsking(true)}
        >
          {t('reviewer.exports.ask')}
        </Button>
      }
    >
      <Rows>
        {asked ? <Notice tone="info" live="status" title={t('reviewer.exports.sent')} /> : null}
        <LoadView load={exports} rows={2}>
          {({ now, rows }) => {
            const mine = rows.filter((row) => row.session === session)
            return mine.length ? (
              <ExportsTable rows={mine} now={now} zone={zone} />
            ) : (
              <p>{t('reviewer.exports.none')}</p>
            )
          }}
        </LoadView>
      </Rows>
      {asking ? (
        <AskExportDialog
          session={session}
          onClose={() => setAsking(false)}
          onAsked={() => {
            setAsking(false)
            setAsked(true)
          }}
        />
      ) : null}
    </Card>
  )
}
