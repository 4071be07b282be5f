import { Button } from '@mantine/core'
import { listExports } from '@ochno/contract/evidence'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { ExportsTable } from './exports-table.tsx'

/** What of another person's asking waits for this one's word. */
export function ExportsWaitingCard() {
  const { t } = useTranslation()
  const me = useMe()
  const exports = useLoad(listExports, {}, { everyMs: 60_000 })
  return (
    <Card
      title={t('reviewer.exports.waitingTitle')}
      actions={
        <Button component={Link} to="/exports" variant="default">
          {t('reviewer.exports.all')}
        </Button>
      }
    >
      <LoadView load={exports}>
        {({ now, rows }) => {
          if (me.is !== 'ready') return null
          const waiting = rows.filter((row) => row.grantedAt === null && row.askedBy.id !== me.value.account)
          return waiting.length ? (
            <ExportsTable rows={waiting} now={now} zone={me.value.institution.zone} named />
          ) : (
            <p>{t('reviewer.exports.noneWaiting')}</p>
          )
        }}
      </LoadView>
    </Card>
  )
}
