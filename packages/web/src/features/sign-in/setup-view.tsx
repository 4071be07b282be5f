import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import classes from './door.module.css'
import { NewPassword } from './new-password.tsx'
import { passwordLength } from './password-rule.ts'
import { ZoneSelect } from '../../ui/zone-select.tsx'

export type SetupForm = {
  readonly institution: string
  readonly zone: string
  readonly fullName: string
  readonly login: string
  readonly password: string
}

/** The very first page of a fresh machine: one institution, one administrator (B-27). */
export function SetupView({
  failure,
  busy,
  onSubmit,
}: {
  failure: FailureWords | null
  busy: boolean
  onSubmit: (form: SetupForm) => void
}) {
  const { t } = useTranslation()
  const [form, setForm] = useState<SetupForm>({
    institution: '',
    zone: 'Europe/Moscow',
    fullName: '',
    login: '',
    password: '',
  })
  const [tried, setTried] = useState(false)
  const put = (name: keyof SetupForm) => (value: string) => setForm((now) => ({ ...now, [name]: value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (form.password.length >= passwordLength.staff) onSubmit(form)
  }
  return (
    <div className={classes.door}>
      <div className={classes.card}>
        <h1 className={classes.title}>{t('signIn.setup.title')}</h1>
        <p className={classes.lead}>{t('signIn.setup.lead')}</p>
        <form onSubmit={submit}>
          <Rows>
            {failure ? <FailureNotice failure={failure} /> : null}
            <TextInput
              size="md"
              label={t('signIn.setup.institution')}
              description={t('signIn.setup.institutionHint')}
              value={form.institution}
              onChange={(event) => put('institution')(event.currentTarget.value)}
              autoComplete="organization"
              required
              withAsterisk={false}
            />
            <ZoneSelect label={t('signIn.setup.zone')} zone={form.zone} onChange={put('zone')} />
            <TextInput
              size="md"
              label={t('signIn.setup.fullName')}
              value={form.fullName}
              onChange={(event) => put('fullName')(event.currentTarget.value)}
              autoComplete="name"
              required
              withAsterisk={false}
            />
            <TextInput
              size="md"
              label={t('signIn.login')}
              value={form.login}
              onChange={(event) => put('login')(event.currentTarget.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              required
              withAsterisk={false}
            />
            <NewPassword
              value={form.password}
              least={passwordLength.staff}
              complain={tried}
              onChange={put('password')}
            />
            <Button type="submit" size="md" fullWidth loading={busy}>
              {t('signIn.setup.submit')}
            </Button>
          </Rows>
        </form>
      </div>
    </div>
  )
}
