import { signIn } from '@ochno/contract/sign-in'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useEnter } from '../../api/me.ts'
import { EntranceButtons } from './entrance-buttons.tsx'
import { nextPlace } from './next-place.ts'
import { SignInView } from './sign-in-view.tsx'

export function SignInPage() {
  const { t } = useTranslation()
  const { searchStr } = useLocation()
  const navigate = useNavigate()
  const enter = useEnter()
  const signing = useDo(signIn)
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('common.product')}`
  }, [t])
  const submit = async (login: string, password: string) => {
    const answer = await signing.run({ body: { login, password } })
    if (!answer.ok) return
    enter(answer.body)
    const next = nextPlace(searchStr)
    // The exam page has rights to the camera that other pages lack (B-03), so it is opened as a document of its own.
    if (next.startsWith('/exam/')) location.assign(next)
    else void navigate({ to: next })
  }
  return (
    <SignInView
      failure={signing.failure}
      busy={signing.busy}
      others={<EntranceButtons />}
      onSubmit={submit}
    />
  )
}
