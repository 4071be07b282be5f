import { readOwnResult } from '@ochno/contract/decisions'
import type { SessionId } from '@ochno/domain/ids'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { OwnResultView } from './own-result-view.tsx'

/** /results/:session */
export function OwnResultPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { session = '' } = useParams({ strict: false })
  const load = useLoad(readOwnResult, { params: { sid: session as SessionId } })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  if (load.is !== 'ready')
    return (
      <Page title={t('decisions.own.one')} width="narrow">
        <Card>
          <LoadView load={load} rows={5}>
            {() => null}
          </LoadView>
        </Card>
      </Page>
    )
  return (
    <Page title={load.value.exam} lead={t('decisions.own.one')} width="narrow">
      <OwnResultView result={load.value} zone={zone} />
      <p>
        <Link to={`/after-exam/${session}` as '/'}>{t('appeals.after.link')}</Link>
      </p>
    </Page>
  )
}
