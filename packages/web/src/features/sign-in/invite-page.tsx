import { acceptInvitation, lookAtInvitation } from '@ochno/contract/sign-in'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { useEnter } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { InviteView } from './invite-view.tsx'
import { takeSecret } from './secret.ts'

export function InvitePage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const enter = useEnter()
  const [token] = useState(takeSecret)
  const accepting = useDo(acceptInvitation)
  const invited = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(lookAtInvitation, { body: { token } }),
    enabled: token.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!token)
    return (
      <Page title={t('signIn.invite.noCode.title')} width="narrow">
        <Notice tone="info" title={t('signIn.invite.noCode.text')} />
      </Page>
    )
  if (!invited.data) return <LoadView load={{ is: 'loading' }}>{() => null}</LoadView>
  if (!invited.data.ok)
    return (
      <Page title={t('signIn.invite.old')} width="narrow">
        <FailureNotice failure={invited.data.failure} />
      </Page>
    )
  return (
    <InviteView
      invited={invited.data.body}
      failure={accepting.failure}
      busy={accepting.busy}
      onSubmit={async (password) => {
        const answer = await accepting.run({ body: { token, password } })
        if (!answer.ok) return
        enter(answer.body)
        void navigate({ to: '/' })
      }}
    />
  )
}
