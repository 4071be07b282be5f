import { Button, TextInput } from '@mantine/core'
import { askReset } from '@ochno/contract/mail'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './door.module.css'

/** The answer is the same whether there is such an account or not. */
export function ForgotPage() {
  const { t } = useTranslation()
  const asking = useDo(askReset)
  const [who, setWho] = useState('')
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    document.title = `${t('signIn.reset.title')} · ${t('common.product')}`
  }, [t])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await asking.run({ body: { who } })
    if (answer.ok) setAsked(true)
  }
  return (
    <div className={classes.door}>
      <div className={classes.card}>
        <h1 className={classes.title}>{t('signIn.reset.title')}</h1>
        <p className={classes.lead}>{t(asked ? 'signIn.reset.checkMail' : 'signIn.reset.lead')}</p>
        {asked ? (
          <Rows>
            <Notice tone="info" live="status" title={t('signIn.reset.asked')}>
              {t('signIn.reset.askedText')}
            </Notice>
            <p>{t('signIn.reset.noLetter')}</p>
            <Link to="/sign-in">{t('signIn.reset.back')}</Link>
          </Rows>
        ) : (
          <form onSubmit={submit}>
            <Rows>
              {asking.failure ? <FailureNotice failure={asking.failure} /> : null}
              <TextInput
                size="md"
                label={t('signIn.reset.who')}
                name="login"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                value={who}
                onChange={(event) => setWho(event.currentTarget.value)}
                maxLength={254}
                required
                withAsterisk={false}
              />
              <Button type="submit" size="md" fullWidth loading={asking.busy} disabled={!who.trim()}>
                {t('signIn.reset.submit')}
              </Button>
              <Link to="/sign-in">{t('signIn.reset.back')}</Link>
            </Rows>
          </form>
        )}
      </div>
    </div>
  )
}
