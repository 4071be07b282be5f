import { Button, Textarea } from '@mantine/core'
import { answerTicket, listTickets, takeTicket, type TicketView } from '@ochno/contract/support'
import { IconCheck, IconHandStop, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'

export function AnswerForm({ ticket }: { ticket: TicketView }) {
  const { t } = useTranslation()
  const take = useDo(takeTicket, [listTickets])
  const answer = useDo(answerTicket, [listTickets])
  const [text, setText] = useState('')
  const params = { kid: ticket.id }
  const failure = take.failure ?? answer.failure
  const send = async (solved: boolean) => {
    const reply = await answer.run({ params, body: { text, solved } })
    if (reply.ok) setText('')
  }
  if (ticket.state !== 'in_work')
    return (
      <Rows gap="sm">
        {failure ? <FailureNotice failure={failure} /> : null}
        <Bar>
          <Button
            loading={take.busy}
            leftSection={<IconHandStop size={18} aria-hidden />}
            onClick={() => void take.run({ params })}
          >
            {t('support.take')}
          </Button>
        </Bar>
      </Rows>
    )
  return (
    <Rows gap="sm">
      {failure ? <FailureNotice failure={failure} /> : null}
      <p>{t('support.takenBy', { name: ticket.takenBy ?? '' })}</p>
      <Textarea
        label={t('support.answerTo', { no: ticket.no })}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4_000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Bar>
        <Button
          disabled={!text.trim()}
          loading={answer.busy}
          leftSection={<IconCheck size={18} aria-hidden />}
          onClick={() => void send(true)}
        >
          {t('support.answerSolved')}
        </Button>
        <Button
          variant="default"
          disabled={!text.trim() || answer.busy}
          leftSection={<IconSend size={18} aria-hidden />}
          onClick={() => void send(false)}
        >
          {t('support.answerOn')}
        </Button>
      </Bar>
    </Rows>
  )
}
