import { Button } from '@mantine/core'
import { type LmsView, readLms } from '@ochno/contract/lms'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { CopyLine } from '../../ui/copy-line.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Page, Rows } from '../../ui/page.tsx'
import { PlatformCard } from './platform-card.tsx'

/** What Moodle is told of us, and what it tells us of itself. */
export function LmsPage() {
  const { t } = useTranslation()
  const load = useLoad(readLms, {})
  return (
    <Page title={t('lms.title')} lead={t('lms.lead')} width="narrow">
      <LoadView load={load} rows={6}>
        {(view) => <Platforms view={view} />}
      </LoadView>
    </Page>
  )
}

function Platforms({ view }: { view: LmsView }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { tool, platforms, onlyFromHere } = view
  return (
    <Rows gap="lg">
      {onlyFromHere ? (
        <Notice
          tone={platforms.length > 0 ? 'info' : 'warn'}
          title={t('lms.only.title', { clauses: onlyFromHere.clauses.join(', ') })}
        >
          {t(platforms.length > 0 ? 'lms.only.some' : 'lms.only.none')}
        </Notice>
      ) : null}
      <Card title={t('lms.tool.title')} lead={t('lms.tool.lead')}>
        <Rows>
          <CopyLine label={t('lms.tool.start')} value={tool.start} />
          <CopyLine label={t('lms.tool.login')} value={tool.login} />
          <CopyLine label={t('lms.tool.launch')} value={tool.launch} />
          <CopyLine label={t('lms.tool.keys')} value={tool.keys} />
        </Rows>
      </Card>
      {platforms.map((one) => (
        <PlatformCard key={one.id} platform={one} onDone={() => undefined} />
      ))}
      {adding ? (
        <PlatformCard platform={null} onDone={() => setAdding(false)} />
      ) : (
        <Bar>
          <Button onClick={() => setAdding(true)}>{t('lms.platform.add')}</Button>
        </Bar>
      )}
    </Rows>
  )
}
