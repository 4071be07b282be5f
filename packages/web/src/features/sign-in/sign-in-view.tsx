import { Button, PasswordInput, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './door.module.css'

export type SignInViewProps = {
  readonly failure: FailureWords | null
  readonly busy: boolean
  /** Other ways in, below the password. */
  readonly others?: ReactNode
  readonly onSubmit: (login: string, password: string) => void
}

export function SignInView({ failure, busy, others, onSubmit }: SignInViewProps) {
  const { t } = useTranslation()
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onSubmit(login.trim(), password)
  }
  return (
    <div className={classes.door}>
      <div className={classes.card}>
        <div className={classes.brand}>
          <Mark size={44} />
          <p className={classes.tagline}>{t('common.tagline')}</p>
        </div>
        <h1 className={classes.title}>{t('signIn.title')}</h1>
        <p className={classes.lead}>{t('signIn.lead')}</p>
        <form onSubmit={submit}>
          <Rows>
            {failure ? <FailureNotice failure={failure} /> : null}
            <TextInput
              size="md"
              label={t('signIn.login')}
              name="login"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
              required
              withAsterisk={false}
            />
            <PasswordInput
              size="md"
              label={t('signIn.password')}
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{
                'aria-label': t('signIn.showPassword'),
                'aria-hidden': false,
                tabIndex: 0,
              }}
              required
              withAsterisk={false}
            />
            <Button type="submit" size="md" fullWidth loading={busy}>
              {t('signIn.submit')}
            </Button>
          </Rows>
        </form>
        {others}
        <div className={classes.help}>
          <p className={classes.helpTitle}>{t('signIn.forgot')}</p>
          <p>
            <Link to="/forgot">{t('signIn.forgotLink')}</Link>
          </p>
          <p>{t('signIn.codeText')}</p>
          <p>{t('signIn.forgotText')}</p>
        </div>
      </div>
    </div>
  )
}
