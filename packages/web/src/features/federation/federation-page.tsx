import { readFederation } from '@ochno/contract/federation'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Page, Rows } from '../../ui/page.tsx'
import { DirectoryCard } from './directory-card.tsx'
import { LdapCard } from './ldap-card.tsx'
import { OidcCard } from './oidc-card.tsx'

/** How people sign in with what the institution already has. */
export function FederationPage() {
  const { t } = useTranslation()
  const [removals, setRemovals] = useState(0)
  const removed = () => setRemovals(removals + 1)
  const load = useLoad(readFederation, {})
  return (
    <Page title={t('federation.title')} lead={t('federation.lead')} width="narrow">
      <LoadView load={load} rows={6}>
        {(view) => (
          <Rows gap="lg">
            <OidcCard
              key={`oidc ${removals}`}
              server={view.oidc}
              returnTo={view.returnTo}
              signInPage={view.signInPage}
              onRemoved={removed}
            />
            <LdapCard key={`ldap ${removals}`} server={view.ldap} onRemoved={removed} />
            {view.ldap ? <DirectoryCard rows={view.directory} /> : null}
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}
