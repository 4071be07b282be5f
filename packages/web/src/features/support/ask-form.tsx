import { Button, Select, Textarea } from '@mantine/core'
import { listMyTickets, openTicket, readHelp, ticketTopics } from '@ochno/contract/support'
import type { SessionId } from '@ochno/domain/ids'
import { IconSend } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'

type Topic = (typeof ticketTopics)[number]

/** What support asks first; people need not know it. */
const device = (): string => `${navigator.userAgent} · ${innerWidth}×${innerHeight} · ${location.pathname}`

export function AskForm({ session }: { session: string | null }) {
  const { t } = useTranslation()
  const open = useDo(openTicket, [listMyTickets])
  const [topic, setTopic] = useState<Topic>('other')
  const [technology, setTechnology] = useState('')
  const help = useLoad(readHelp, {})
  const technologies = help.is === 'ready' ? help.value.technologies : []
  const [text, setText] = useState('')
  const [no, setNo] = useState<number | null>(null)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const about = {
      ...(session === null ? {} : { session: session as SessionId }),
      ...(technology ? { technology } : {}),
    }
    const answer = await open.run({ body: { topic, text, device: device().slice(0, 500), ...about } })
    if (!answer.ok) return
    setNo(answer.body.ticket.no)
    setText('')
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <Rows>
        {open.failure ? <FailureNotice failure={open.failure} /> : null}
        {no === null ? null : (
          <Notice tone="ok" live="status" title={t('support.sent', { no })}>
            {t(session === null ? 'support.sentText' : 'support.sentNow')}
          </Notice>
        )}
        <Select
          label={t('support.topic')}
          data={ticketTopics.map((value) => ({ value, label: t(`support.topics.${value}`) }))}
          value={topic}
          allowDeselect={false}
          onChange={(value) => value && setTopic(value as Topic)}
        />
        {technologies.length === 0 ? null : (
          <Select
            label={t('support.technology')}
            data={[
              { value: '', label: t('support.technologyUnknown') },
              ...technologies.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={technology}
            allowDeselect={false}
            onChange={(value) => setTechnology(value ?? '')}
          />
        )}
        <Textarea
          label={t('support.text')}
          description={t('support.textHint')}
          autosize
          minRows={3}
          maxRows={10}
          maxLength={3_000}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setNo(null)
          }}
        />
        <Bar>
          <Button
            type="submit"
            loading={open.busy}
            disabled={!text.trim()}
            leftSection={<IconSend size={18} aria-hidden />}
          >
            {t('support.send')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
