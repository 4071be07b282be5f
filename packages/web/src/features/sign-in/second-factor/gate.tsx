import { Button } from '@mantine/core'
import { readSecondFactor } from '@ochno/contract/second-factor'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../../api/load.ts'
import { useSignOut } from '../../../api/me.ts'
import { anythingUnsent } from '../../../api/unsent.ts'
import { LoadView } from '../../../ui/load-view.tsx'
import { Page, Rows } from '../../../ui/page.tsx'
import { AppCard } from './app-card.tsx'
import { PasskeyCard } from './passkey-card.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ShowFactor } from './show-factor.tsx'

/** In the place of whatever page was asked for, until the sign-in owes nothing (B-23). */
export function SecondFactorGate() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const signOut = useSignOut()
  const own = useLoad(readSecondFactor, {})
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const goOn = () => void queries.resetQueries()
  const made = (recovery: readonly string[] | null) => (recovery ? setCodes(recovery) : goOn())
  if (codes)
    return (
      <Page title={t('secondFactor.recovery.title')} width="narrow">
        <RecoveryCodes codes={codes} onKept={goOn} />
      </Page>
    )
  return (
    <LoadView load={own}>
      {(view) => {
        const word = view.state === 'due' ? 'due' : 'enrol'
        return (
          <Page
            title={t(`secondFactor.${word}.title`)}
            lead={t(`secondFactor.${word}.lead`)}
            width="narrow"
            actions={
              <Button
                variant="default"
                onClick={() => void signOut(!anythingUnsent()).then((left) => left && goOn())}
              >
                {t('secondFactor.due.leave')}
              </Button>
            }
          >
            {word === 'due' ? (
              <ShowFactor view={view} onPassed={goOn} />
            ) : (
              <Rows>
                <PasskeyCard view={view} onMade={made} />
                <AppCard view={view} onMade={made} />
              </Rows>
            )}
          </Page>
        )
      }}
    </LoadView>
  )
}
