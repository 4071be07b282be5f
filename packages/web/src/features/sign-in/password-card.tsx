import { Button, PasswordInput } from '@mantine/core'
import { changePassword, listSignIns } from '@ochno/contract/sign-in'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import { NewPassword } from './new-password.tsx'
import { passwordLength } from './password-rule.ts'

export function PasswordCard() {
  const { t } = useTranslation()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [done, setDone] = useState(false)
  const changing = useDo(changePassword, [listSignIns])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setDone(false)
    const answer = await changing.run({ body: { current, next } })
    if (!answer.ok) return
    setCurrent('')
    setNext('')
    setDone(true)
  }
  return (
    <Card title={t('signIn.change.title')} lead={t('signIn.change.lead')}>
      <form onSubmit={submit}>
        <Rows>
          {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
          {done ? <Notice tone="ok" live="status" title={t('signIn.change.done')} /> : null}
          <PasswordInput
            size="md"
            label={t('signIn.change.current')}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            visibilityToggleButtonProps={{
              'aria-label': t('signIn.showPassword'),
              'aria-hidden': false,
              tabIndex: 0,
            }}
            required
            withAsterisk={false}
          />
          <NewPassword
            label={t('signIn.change.next')}
            value={next}
            least={passwordLength.pupil}
            complain={false}
            onChange={setNext}
          />
          <div>
            <Button type="submit" loading={changing.busy}>
              {t('signIn.change.submit')}
            </Button>
          </div>
        </Rows>
      </form>
    </Card>
  )
}
