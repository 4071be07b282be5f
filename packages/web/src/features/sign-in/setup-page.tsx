import { setUp } from '@ochno/contract/sign-in'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useEnter } from '../../api/me.ts'
import { currentLanguage } from '../../i18n/setup.ts'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { takeSecret } from './secret.ts'
import { SetupView } from './setup-view.tsx'

export function SetupPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const enter = useEnter()
  const [code] = useState(takeSecret)
  const setting = useDo(setUp)
  if (!code)
    return (
      <Page title={t('signIn.setup.noCode.title')} width="narrow">
        <Notice tone="info" title={t('signIn.setup.noCode.text')} />
      </Page>
    )
  return (
    <SetupView
      failure={setting.failure}
      busy={setting.busy}
      onSubmit={async (form) => {
        const answer = await setting.run({ body: { ...form, code, language: currentLanguage() } })
        if (!answer.ok) return
        enter(answer.body)
        void navigate({ to: '/' })
      }}
    />
  )
}
