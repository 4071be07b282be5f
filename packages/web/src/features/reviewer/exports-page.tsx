import { listExports } from '@ochno/contract/evidence'
import { IconPackageExport } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ExportsTable } from './exports-table.tsx'

/** T-11: every export of the institution, for those who ask for them and those who allow them. */
export function ExportsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const exports = useLoad(listExports, {}, { everyMs: 15_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('reviewer.exports.pageTitle')} lead={t('reviewer.exports.lead')}>
      <Card>
        <LoadView load={exports} rows={4}>
          {({ now, rows }) =>
            rows.length ? (
              <ExportsTable rows={rows} now={now} zone={zone} named />
            ) : (
              <Empty icon={IconPackageExport} title={t('reviewer.exports.empty')}>
                {t('reviewer.exports.emptyText')}
              </Empty>
            )
          }
        </LoadView>
      </Card>
    </Page>
  )
}
