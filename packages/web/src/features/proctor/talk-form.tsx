import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { readConduct, sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconSend } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { newOnce, untilAnswered } from '../../api/once.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { type Template, templatesOf } from './templates.ts'
import { without } from './unsent.ts'

type Kind = 'chat' | 'warning' | 'instruction'

/** TR-47: what interferes with the exam needs its reason. */
export function TalkForm({
  session,
  kind,
  others,
  act,
}: {
  session: string
  kind: Kind
  others: readonly string[]
  /** Number of the act, whose ready words are offered. */
  act: string | null
}) {
  const { t } = useTranslation()
  const say = useDo(sayToExaminee, [readConduct])
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [all, setAll] = useState(false)
  const once = useRef(newOnce())
  const needed = kind !== 'chat'
  const send = async () => {
    const body = kind === 'chat' ? { kind, text, once: once.current } : { kind, text, reason }
    for (const sid of [session, ...(all ? others : [])]) {
      const send = () => say.run({ params: { sid: sid as SessionId }, body })
      const answer = await (kind === 'chat' ? untilAnswered(send) : send())
      if (!answer.ok) return
    }
    once.current = newOnce()
    setText(without(text))
    setReason(without(reason))
    setAll(false)
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
        {kind === 'chat' ? null : (
          <Select
            label={t('wall.template.label')}
            placeholder={t('wall.template.choose')}
            data={templatesOf(act, kind).map((value) => ({ value, label: t(`wall.template.${value}`) }))}
            value={null}
            onChange={(value) => value && setText(t(`wall.template.${value as Template}`))}
          />
        )}
        <Textarea
          label={t('proctor.talk.text')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {needed ? (
          <TextInput
            label={t('proctor.talk.reason')}
            description={t('proctor.talk.reasonHint')}
            maxLength={1_000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
        {others.length ? (
          <Checkbox
            label={t('proctor.talk.all', { count: others.length + 1 })}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        ) : null}
        <Button
          type="submit"
          loading={say.busy}
          disabled={!text.trim() || (needed && !reason.trim())}
          leftSection={<IconSend size={18} aria-hidden />}
        >
          {t(`proctor.talk.send.${kind}`)}
        </Button>
      </Rows>
    </form>
  )
}
