import { type MailView, readMail } from '@ochno/contract/mail'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { ServerForm } from './server-form.tsx'
import { TrialCard } from './trial-card.tsx'

/** The mail server, whether letters go out, and a letter to try it. */
export function MailPage() {
  const { t } = useTranslation()
  const me = useMe()
  const mail = useLoad(readMail, {}, { everyMs: 30_000 })
  const [saves, setSaves] = useState(0)
  const [removals, setRemovals] = useState(0)
  return (
    <Page title={t('mail.title')} lead={t('mail.lead')} width="narrow">
      {me.is === 'ready' ? (
        <LoadView load={mail} rows={5}>
          {(view) => (
            <Rows gap="lg">
              {view.server ? <Sending view={view} zone={me.value.institution.zone} /> : null}
              <ServerForm
                key={removals}
                server={view.server}
                institution={me.value.institution.name}
                onSaved={() => setSaves(saves + 1)}
                onRemoved={() => setRemovals(removals + 1)}
              />
              {view.server ? <TrialCard key={saves} /> : null}
            </Rows>
          )}
        </LoadView>
      ) : null}
    </Page>
  )
}

function Sending({ view, zone }: { view: MailView; zone: string }) {
  const { t, i18n } = useTranslation()
  const when = (at: string) => moment(at, zone, i18n.language)
  const { failing } = view
  return (
    <Card title={t('mail.state.title')}>
      <Rows>
        {failing ? (
          <Notice tone="bad" live="status" title={t('mail.state.failing', { since: when(failing.since) })}>
            <Rows>
              <div>{t(`mail.why.${failing.why}`)}</div>
              {failing.said ? <div>{t('mail.said', { said: failing.said })}</div> : null}
              <div>{t('mail.state.next', { at: when(failing.nextAt) })}</div>
            </Rows>
          </Notice>
        ) : (
          <Notice tone="ok" title={t('mail.state.works')} />
        )}
        <div>{t('mail.state.waiting', { count: view.waiting })}</div>
        <div>{t('mail.state.links', { address: view.address })}</div>
        {view.addressIsLocal ? <Notice tone="warn" title={t('mail.state.local')} /> : null}
      </Rows>
    </Card>
  )
}
