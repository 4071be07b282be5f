import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconSend } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { newOnce, untilAnswered } from '../../api/once.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import { type Addressee, type Missed, sendToEach } from './send-to-each.ts'
import { type Template, templatesOf } from './templates.ts'
import { without } from './unsent.ts'
import { changedBySaying } from './use-talk.ts'

type Kind = 'chat' | 'warning' | 'instruction'
/** `all`: nobody got it. */
type Told = { readonly missed: readonly Missed[]; readonly all: boolean }

/** TR-47: what interferes with the exam needs its reason. */
export function TalkForm({
  person,
  kind,
  everybody,
  act,
}: {
  person: Addressee
  kind: Kind
  /** All whose exam runs now, on this wall. */
  everybody: readonly Addressee[]
  /** Number of the act, whose ready words are offered. */
  act: string | null
}) {
  const { t } = useTranslation()
  const say = useDo(sayToExaminee, changedBySaying)
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  const [all, setAll] = useState(false)
  const [told, setTold] = useState<Told>({ missed: [], all: false })
  const [busy, setBusy] = useState(false)
  const once = useRef(newOnce())
  const needed = kind !== 'chat'
  const others = everybody.some(({ session }) => session !== person.session)
  const send = async () => {
    const body = kind === 'chat' ? { kind, text, once: once.current } : { kind, text, reason }
    const to = all && others ? everybody : [person]
    setBusy(true)
    setTold({ missed: [], all: false })
    const missed = await sendToEach(to, (session) => {
      const send = () => say.run({ params: { sid: session as SessionId }, body })
      return kind === 'chat' ? untilAnswered(send) : send()
    }).finally(() => setBusy(false))
    const nobody = missed.length === to.length
    setTold({ missed, all: nobody })
    // What nobody got stays to be sent again.
    if (nobody) return
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
        <NotSent told={told} failure={say.failure} />
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
        {others ? (
          <Checkbox
            label={t('proctor.talk.all', { count: everybody.length })}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        ) : null}
        <Button
          type="submit"
          loading={busy}
          disabled={!text.trim() || (needed && !reason.trim())}
          leftSection={<IconSend size={18} aria-hidden />}
        >
          {t(`proctor.talk.send.${kind}`)}
        </Button>
      </Rows>
    </form>
  )
}

/** Who did not get a message that others got, with the reasons. */
function NotSent({ told, failure }: { told: Told; failure: Failure | null }) {
  const { t } = useTranslation()
  const { missed, all } = told
  if (all || missed.length === 0) return failure ? <FailureNotice failure={failure} /> : null
  const reasons = [...new Set(missed.flatMap(({ failure }) => failure.sentence ?? []))]
  return (
    <Notice
      tone="warn"
      live="alert"
      title={t('proctor.talk.missed', { names: missed.map(({ name }) => name).join(', ') })}
    >
      {reasons.length ? reasons.join(' ') : t('proctor.talk.missedText')}
    </Notice>
  )
}
