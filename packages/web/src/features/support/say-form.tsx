import { Button, Textarea } from '@mantine/core'
import { addToTicket, listMyTickets, type TicketView } from '@ochno/contract/support'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'

export function SayForm({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation()
  const say = useDo(addToTicket, [listMyTickets])
  const [text, setText] = useState('')
  const send = async () => {
    const answer = await say.run({ params: { kid: ticket.id }, body: { text } })
    if (answer.ok) setText('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {say.failure ? <FailureNotice failure={say.failure} /> : null}
        <Textarea
          label={t(ticket.state === 'solved' ? 'support.notHelped' : 'support.more', { no: ticket.no })}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {text.trim() ? (
          <Bar>
            <Button type="submit" variant="default" loading={say.busy}>
              {t('support.send')}
            </Button>
          </Bar>
        ) : null}
      </Rows>
    </form>
  )
}
