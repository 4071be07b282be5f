import { listViewers } from '@ochno/contract/watch'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { Viewings } from '../../ui/viewings.tsx'

export function ViewersCard({ session, zone }: { session: string; zone: string }) {
  const { t } = useTranslation()
  const viewers = useLoad(listViewers, { params: { sid: session } }, { everyMs: 30_000 })
  return (
    <Card title={t('reviewer.viewers.title')} lead={t('reviewer.viewers.lead')}>
      <LoadView load={viewers}>
        {({ rows }) =>
          rows.length ? (
            <Viewings label={t('reviewer.viewers.title')} rows={rows} zone={zone} />
          ) : (
            <p>{t('reviewer.viewers.none')}</p>
          )
        }
      </LoadView>
    </Card>
  )
}
