import { type AfterExam, readAfterExam } from '@ochno/contract/after-exam'
import type { SessionId } from '@ochno/domain/ids'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './appeals.module.css'
import { FileCard } from './file-card.tsx'
import { MarksCard } from './marks-card.tsx'
import { OwnAppeals } from './own-appeals.tsx'
import { RecordedCard } from './recorded-card.tsx'
import { ViewersCard } from './viewers-card.tsx'

/** /after-exam/:session */
export function AfterPage() {
  const { t } = useTranslation()
  const me = useMe()
  const { session = '' } = useParams({ strict: false })
  const load = useLoad(readAfterExam, { params: { sid: session as SessionId } })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  if (load.is !== 'ready')
    return (
      <Page title={t('appeals.after.title')} width="narrow">
        <Card>
          <LoadView load={load} rows={8}>
            {() => null}
          </LoadView>
        </Card>
      </Page>
    )
  const { value: view } = load
  return (
    <Page
      title={view.exam}
      lead={view.own ? t('appeals.after.title') : `${t('appeals.after.title')}: ${view.examinee}`}
      width="narrow"
    >
      <Rows gap="lg">
        <ResultCard view={view} zone={zone} />
        <MarksCard view={view} zone={zone} />
        <OwnAppeals view={view} zone={zone} />
        <FileCard view={view} zone={zone} />
        {view.recorded ? <RecordedCard view={view} zone={zone} /> : null}
        {view.own ? <ViewersCard session={view.session} zone={zone} /> : null}
      </Rows>
    </Page>
  )
}

function ResultCard({ view, zone }: { view: AfterExam; zone: string }) {
  const { t } = useTranslation()
  const { result } = view
  if (!result)
    return (
      <Notice tone="info" title={t('decisions.own.waiting')}>
        {t('decisions.own.waitingText')}
      </Notice>
    )
  return (
    <Card title={t('decisions.own.result')}>
      <Rows gap="sm">
        <p className={classes.big}>{t(`decisions.values.${result.value}`)}</p>
        <p className={classes.text}>{result.explanation}</p>
        <p className={classes.quiet}>
          {t('appeals.after.published')} <When at={result.publishedAt} zone={zone} />
        </p>
      </Rows>
    </Card>
  )
}
