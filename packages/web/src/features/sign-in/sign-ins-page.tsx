import { endSignIn, listSignIns } from '@ochno/contract/sign-in'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page } from '../../ui/page.tsx'
import { ArchiveCard } from './archive-card.tsx'
import { OwnDataCard } from './own-data-card.tsx'
import { OwnFactors } from './second-factor/own-factors.tsx'
import { EntrancesCard } from './entrances-card.tsx'
import { EmailCard } from './email-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { SignInsView } from './sign-ins-view.tsx'

export function SignInsPage() {
  const { t } = useTranslation()
  const me = useMe()
  const signIns = useLoad(listSignIns, {})
  const ending = useDo(endSignIn, [listSignIns])
  return (
    <Page title={t('signIn.mine.title')} lead={t('signIn.mine.lead')} width="narrow">
      <Card>
        <LoadView load={signIns}>
          {({ rows }) => (
            <SignInsView
              rows={rows}
              zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'}
              failure={ending.failure}
              onEnd={(id) => void ending.run({ params: { id } })}
            />
          )}
        </LoadView>
      </Card>
      <EntrancesCard />
      <OwnFactors />
      <EmailCard />
      <PasswordCard />
      <OwnDataCard />
      <ArchiveCard zone={me.is === 'ready' ? me.value.institution.zone : 'UTC'} />
    </Page>
  )
}
