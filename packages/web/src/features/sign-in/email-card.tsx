import { Button, TextInput } from '@mantine/core'
import { readMyEmail, setMyEmail } from '@ochno/contract/mail'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'

export function EmailCard() {
  const { t } = useTranslation()
  const own = useLoad(readMyEmail, {})
  const changing = useDo(setMyEmail, [readMyEmail])
  const [typed, setTyped] = useState<string | null>(null)
  const [done, setDone] = useState<'saved' | 'removed' | null>(null)
  const submit = async (event: FormEvent, email: string) => {
    event.preventDefault()
    setDone(null)
    const answer = await changing.run({ body: { email: email.trim() === '' ? null : email } })
    if (answer.ok) setDone(answer.body.email === null ? 'removed' : 'saved')
  }
  return (
    <Card title={t('mail.own.title')} lead={t('mail.own.lead')}>
      <LoadView load={own} rows={2}>
        {({ email, mailWorks }) => {
          const shown = typed ?? email ?? ''
          return (
            <form onSubmit={(event) => void submit(event, shown)}>
              <Rows>
                {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
                {done ? <Notice tone="ok" live="status" title={t(`mail.own.${done}`)} /> : null}
                {mailWorks ? null : <Notice tone="info" title={t('mail.own.none')} />}
                <TextInput
                  type="email"
                  size="md"
                  label={t('mail.own.label')}
                  autoComplete="email"
                  value={shown}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                  maxLength={254}
                />
                <div>
                  <Button type="submit" loading={changing.busy} disabled={shown.trim() === (email ?? '')}>
                    {t('mail.own.save')}
                  </Button>
                </div>
              </Rows>
            </form>
          )
        }}
      </LoadView>
    </Card>
  )
}
