import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../api/client.ts'
import { provePassword } from '../api/me.ts'
import { onStepUp } from '../api/step-up.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Bar, Rows } from '../ui/page.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** B-08: asks for the password again before an act that needs it, then lets the act go on. */
export function StepUpDialog() {
  const { t } = useTranslation()
  const answer = useRef<((proved: boolean) => void) | null>(null)
  const [opened, setOpened] = useState(false)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  useEffect(
    () =>
      onStepUp(
        () =>
          new Promise<boolean>((resolve) => {
            answer.current = resolve
            setPassword('')
            setFailure(null)
            setOpened(true)
          }),
      ),
    [],
  )

  const finish = (proved: boolean) => {
    setOpened(false)
    answer.current?.(proved)
    answer.current = null
  }

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const outcome = await provePassword(password)
    setBusy(false)
    if (outcome.ok) finish(true)
    else setFailure(outcome.failure)
  }

  return (
    <Sheet above opened={opened} title={t('signIn.stepUp.title')} onClose={() => finish(false)}>
      <form onSubmit={submit}>
        <Rows>
          <div>{t('signIn.stepUp.text')}</div>
          {failure ? <FailureNotice failure={failure} /> : null}
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            data-autofocus
            required
            withAsterisk={false}
          />
          <Bar>
            <Button type="submit" loading={busy}>
              {t('signIn.stepUp.confirm')}
            </Button>
            <Button variant="default" onClick={() => finish(false)}>
              {t('common.cancel')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Sheet>
  )
}
