import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './door.module.css'
import { NewPassword } from './new-password.tsx'

/** Where a one-time link leads: the person chooses a password and is in. */
export function InviteView({
  invited,
  failure,
  busy,
  onSubmit,
}: {
  invited: {
    readonly purpose: 'invitation' | 'reset'
    readonly fullName: string
    readonly login: string
    readonly institution: string
    readonly minimum: number
  }
  failure: FailureWords | null
  busy: boolean
  onSubmit: (password: string) => void
}) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (password.length >= invited.minimum) onSubmit(password)
  }
  return (
    <div className={classes.door}>
      <div className={classes.card}>
        <h1 className={classes.title}>
          {t(invited.purpose === 'reset' ? 'signIn.reset.title' : 'signIn.invite.title')}
        </h1>
        <p className={classes.lead}>
          {t(invited.purpose === 'reset' ? 'signIn.reset.chooseLead' : 'signIn.invite.lead')}
        </p>
        <dl className={classes.who}>
          <dt>{t('signIn.setup.institution')}</dt>
          <dd>{invited.institution}</dd>
          <dt>{t('signIn.invite.name')}</dt>
          <dd>{invited.fullName}</dd>
          <dt>{t('signIn.login')}</dt>
          <dd>{invited.login}</dd>
        </dl>
        <form onSubmit={submit}>
          <Rows>
            {failure ? <FailureNotice failure={failure} /> : null}
            <input type="text" autoComplete="username" value={invited.login} readOnly hidden />
            <NewPassword value={password} least={invited.minimum} complain={tried} onChange={setPassword} />
            <Button type="submit" size="md" fullWidth loading={busy}>
              {t('signIn.invite.submit')}
            </Button>
          </Rows>
        </form>
      </div>
    </div>
  )
}
