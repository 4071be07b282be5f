import { Button, Checkbox } from '@mantine/core'
import { readDoor } from '@ochno/contract/door'
import { readOwnIdentity, startIdentity, withdrawIdentity } from '@ochno/contract/identity-bridge'
import type { SessionId } from '@ochno/domain/ids'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

/** A provider outside, where the institution has one: of one's own will, with the usual way beside it. */
export function OutsideIdentity({ session }: { session: SessionId }) {
  const { t } = useTranslation()
  const own = useLoad(readOwnIdentity, { params: { sid: session } })
  const starting = useDo(startIdentity)
  const withdrawing = useDo(withdrawIdentity, [readOwnIdentity, readDoor])
  const [agreed, setAgreed] = useState(false)
  if (own.is !== 'ready') return null
  const { provider, offered, asked, result } = own.value
  if (provider === null || (!offered && !asked && result === null)) return null
  const name = provider
  if (result === 'positive') return <Notice tone="ok" title={t('identityBridge.own.positive', { name })} />
  const go = async () => {
    const answer = await starting.run({ params: { sid: session }, body: { agreed: true } })
    if (answer.ok) window.location.assign(answer.body.address)
  }
  const failure = starting.failure ?? withdrawing.failure
  return (
    <Card title={t('identityBridge.own.title', { name })} lead={t('identityBridge.own.lead')}>
      <Rows>
        {failure ? <FailureNotice failure={failure} /> : null}
        {result === 'negative' ? (
          <Notice tone="warn" title={t('identityBridge.own.negative', { name })}>
            {t('identityBridge.own.negativeText')}
          </Notice>
        ) : null}
        {offered ? (
          <Checkbox
            label={t('identityBridge.own.agree', { name })}
            checked={agreed}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
          />
        ) : null}
        <Bar>
          {offered ? (
            <Button disabled={!agreed} loading={starting.busy} onClick={() => void go()}>
              {t('identityBridge.own.go', { name })}
            </Button>
          ) : null}
          {asked ? (
            <Button
              variant="default"
              loading={withdrawing.busy}
              onClick={() => void withdrawing.run({ params: { sid: session } })}
            >
              {t('identityBridge.own.usual')}
            </Button>
          ) : null}
        </Bar>
      </Rows>
    </Card>
  )
}
