import { Button, TextInput } from '@mantine/core'
import { inviteByLetter, readEmail, setEmail } from '@ochno/contract/mail'
import type { PersonCard } from '@ochno/contract/people'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

export function EmailCard({ card }: { card: PersonCard }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const params = { id: card.id }
  const load = useLoad(readEmail, { params })
  const changing = useDo(setEmail, [readEmail])
  const inviting = useDo(inviteByLetter)
  const [typed, setTyped] = useState<string | null>(null)
  const [until, setUntil] = useState<string | null>(null)
  const failure = changing.failure ?? inviting.failure
  const save = (event: FormEvent, email: string) => {
    event.preventDefault()
    void changing.run({ params, body: { email: email.trim() === '' ? null : email } })
  }
  const invite = async () => {
    const answer = await inviting.run({ params })
    if (answer.ok) setUntil(answer.body.endsAt)
  }
  return (
    <Card title={t('mail.person.title')} lead={t('mail.person.lead')}>
      <LoadView load={load} rows={2}>
        {({ email, mailWorks }) => {
          const shown = typed ?? email ?? ''
          return (
            <form onSubmit={(event) => save(event, shown)}>
              <Rows>
                {failure ? <FailureNotice failure={failure} /> : null}
                {until ? (
                  <Notice
                    tone="ok"
                    live="status"
                    title={t('mail.person.invited', {
                      until: moment(
                        until,
                        me.is === 'ready' ? me.value.institution.zone : 'UTC',
                        i18n.language,
                      ),
                    })}
                  />
                ) : null}
                <TextInput
                  type="email"
                  label={t('mail.own.label')}
                  autoComplete="off"
                  value={shown}
                  onChange={(event) => setTyped(event.currentTarget.value)}
                  maxLength={254}
                />
                <Bar>
                  <Button type="submit" loading={changing.busy} disabled={shown.trim() === (email ?? '')}>
                    {t('mail.own.save')}
                  </Button>
                  {email !== null && mailWorks && card.state === 'invited' ? (
                    <Button variant="default" loading={inviting.busy} onClick={() => void invite()}>
                      {t('mail.person.invite')}
                    </Button>
                  ) : null}
                </Bar>
              </Rows>
            </form>
          )
        }}
      </LoadView>
    </Card>
  )
}
