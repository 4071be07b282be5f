import { listViewers } from '@ochno/contract/watch'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { Viewings } from '../../ui/viewings.tsx'

/** P-26: the role of whoever looked, never the name. */
export function ViewersCard({ session, zone }: { session: string; zone: string }) {
  const { t } = useTranslation()
  const viewers = useLoad(listViewers, { params: { sid: session } })
  return (
    <Card title={t('exam.viewers.title')} lead={t('exam.viewers.lead')}>
      <LoadView load={viewers}>
        {({ rows }) =>
          rows.length ? (
            <Viewings label={t('exam.viewers.title')} rows={rows} zone={zone} />
          ) : (
            <p>{t('exam.viewers.none')}</p>
          )
        }
      </LoadView>
    </Card>
  )
}
