import { Button } from '@mantine/core'
import { inviteImportByLetter, readMyEmail } from '@ochno/contract/mail'
import type { applyImport } from '@ochno/contract/people-import'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

/** After a list was written: links by letter to those with an address, slips of the group for the rest. */
export function ImportLetters({ id }: { id: ReplyOf<typeof applyImport>['id'] }) {
  const { t } = useTranslation()
  const mail = useLoad(readMyEmail, {})
  const writing = useDo(inviteImportByLetter)
  const [sent, setSent] = useState<ReplyOf<typeof inviteImportByLetter> | null>(null)
  const send = async () => {
    const answer = await writing.run({ params: { imp: id } })
    if (answer.ok) setSent(answer.body)
  }
  const slips = (
    <Button component={Link} to="/groups" variant="default">
      {t('people.letters.slips')}
    </Button>
  )
  if (sent)
    return (
      <Notice tone="ok" live="status" title={t('people.letters.sent', { count: sent.sent })} action={slips}>
        {sent.without.length > 0
          ? t('people.letters.without', {
              names: sent.without.slice(0, 20).join(', '),
              number: sent.without.length,
            })
          : t('people.letters.all')}
      </Notice>
    )
  const works = mail.is === 'ready' && mail.value.mailWorks
  return (
    <Card title={t('people.letters.title')} lead={t(works ? 'people.letters.lead' : 'people.letters.noMail')}>
      <Rows>
        {writing.failure ? <FailureNotice failure={writing.failure} /> : null}
        <Bar>
          {works ? (
            <Button loading={writing.busy} onClick={() => void send()}>
              {t('people.letters.send')}
            </Button>
          ) : null}
          {slips}
        </Bar>
      </Rows>
    </Card>
  )
}
