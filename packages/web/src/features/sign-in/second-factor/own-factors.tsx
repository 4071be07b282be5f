import { Button } from '@mantine/core'
import { readSecondFactor, renewRecovery, type SecondFactorView } from '@ochno/contract/second-factor'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { LoadView } from '../../../ui/load-view.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import { AppCard } from './app-card.tsx'
import { PasskeyCard } from './passkey-card.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

/** One’s own second factors, on the page of one’s sign-ins. */
export function OwnFactors() {
  const { t } = useTranslation()
  const own = useLoad(readSecondFactor, {})
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  return (
    <LoadView load={own} rows={2}>
      {(view) => (
        <Rows>
          <Card title={t('secondFactor.mine.title')} lead={t('secondFactor.mine.lead')}>
            {view.required ? null : t('secondFactor.mine.optional')}
          </Card>
          {codes ? <RecoveryCodes named codes={codes} onKept={() => setCodes(null)} /> : null}
          <PasskeyCard view={view} onMade={setCodes} />
          <AppCard view={view} onMade={setCodes} />
          {view.authenticatorSince || view.passkeys.length > 0 ? (
            <RecoveryLeft view={view} onMade={setCodes} />
          ) : null}
        </Rows>
      )}
    </LoadView>
  )
}

type Left = { readonly view: SecondFactorView; readonly onMade: (codes: readonly string[]) => void }

function RecoveryLeft({ view, onMade }: Left) {
  const { t } = useTranslation()
  const renewing = useDo(renewRecovery, [readSecondFactor])
  const renew = async () => {
    const answer = await renewing.run({})
    if (answer.ok) onMade(answer.body.recovery)
  }
  return (
    <Card title={t('secondFactor.recovery.title')}>
      <Rows>
        {renewing.failure ? <FailureNotice failure={renewing.failure} /> : null}
        {view.recoveryLeft > 0 ? (
          <p>{t('secondFactor.recovery.left', { count: view.recoveryLeft })}</p>
        ) : (
          <Notice tone="warn" title={t('secondFactor.recovery.leftNone')} />
        )}
        <p>{t('secondFactor.recovery.renewText')}</p>
        <div>
          <Button variant="default" onClick={() => void renew()} loading={renewing.busy}>
            {t('secondFactor.recovery.renew')}
          </Button>
        </div>
      </Rows>
    </Card>
  )
}
