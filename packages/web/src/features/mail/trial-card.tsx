import { Button, TextInput } from '@mantine/core'
import { readMail, readMyEmail, sendTrialLetter } from '@ochno/contract/mail'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import type { ReplyOf } from '../../api/client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'

type Answer = { readonly to: string; readonly reply: ReplyOf<typeof sendTrialLetter> }

export function TrialCard() {
  const { t } = useTranslation()
  const own = useLoad(readMyEmail, {})
  const sending = useDo(sendTrialLetter, [readMail])
  const [typed, setTyped] = useState<string | null>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const to = typed ?? (own.is === 'ready' ? (own.value.email ?? '') : '')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setAnswer(null)
    const sent = await sending.run({ body: { to } })
    if (sent.ok) setAnswer({ to, reply: sent.body })
  }
  return (
    <Card title={t('mail.trial.title')} lead={t('mail.trial.lead')}>
      <form onSubmit={submit}>
        <Rows>
          {sending.failure ? <FailureNotice failure={sending.failure} /> : null}
          {answer?.reply.handed === true ? (
            <Notice tone="ok" live="status" title={t('mail.trial.handed')}>
              {t('mail.trial.handedText', { to: answer.to })}
            </Notice>
          ) : null}
          {answer?.reply.handed === false ? (
            <Notice tone="bad" live="alert" title={t('mail.trial.failed')}>
              <Rows>
                <div>{t(`mail.why.${answer.reply.why}`)}</div>
                {answer.reply.said ? <div>{t('mail.said', { said: answer.reply.said })}</div> : null}
              </Rows>
            </Notice>
          ) : null}
          <TextInput
            type="email"
            label={t('mail.trial.to')}
            autoComplete="email"
            value={to}
            onChange={(event) => setTyped(event.currentTarget.value)}
            required
            withAsterisk={false}
          />
          <div>
            <Button type="submit" variant="default" loading={sending.busy} disabled={!to.trim()}>
              {t('mail.trial.send')}
            </Button>
          </div>
        </Rows>
      </form>
    </Card>
  )
}
