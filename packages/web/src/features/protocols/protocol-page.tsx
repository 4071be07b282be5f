import { readProtocol } from '@ochno/contract/protocols'
import type { SessionId } from '@ochno/domain/ids'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ProtocolForm } from './protocol-form.tsx'

/** /protocols/:session */
export function ProtocolPage() {
  const { t } = useTranslation()
  const { session = '' } = useParams({ strict: false })
  const [news, setNews] = useState(false)
  const load = useLoad(readProtocol, { params: { sid: session as SessionId } })
  if (load.is !== 'ready')
    return (
      <Page title={t('protocols.one')}>
        <Card>
          <LoadView load={load} rows={8}>
            {() => null}
          </LoadView>
        </Card>
      </Page>
    )
  const { value } = load
  return (
    <Page
      title={value.examinee}
      lead={[
        value.event === 'lesson' ? t('protocols.lesson') : null,
        value.exam,
        value.room ? t('protocols.facts.room', { room: value.room.name ?? '' }).trim() : null,
        value.group,
        t(`protocols.states.${value.state}`),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      {/* Another revision is another draft: what was typed belongs to the one it was typed into. */}
      <ProtocolForm key={value.revision} view={value} news={news} onNews={setNews} />
    </Page>
  )
}
