import { Button, Select, Textarea } from '@mantine/core'
import { readConduct, type SignsOffered, sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconFlag } from '@tabler/icons-react'
import type { OutsiderSign } from '@ochno/domain/incident/signs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SignChoice, signSaid } from '../../ui/sign-choice.tsx'
import { Rows } from '../../ui/page.tsx'

const lengths = ['10', '30', '60', '180'] as const

/** R1-3.3a: code of the act, a stretch of the recording, a note. What the proctor saw has just passed. */
export function MarkForm({
  session,
  marks,
  began,
  now,
}: {
  session: string
  marks: readonly { readonly code: string; readonly wording: string; readonly signs: SignsOffered }[]
  /** A mark lies within the control window, however young that is. */
  began: string | null
  now: string
}) {
  const { t } = useTranslation()
  const mark = useDo(sayToExaminee, [readConduct])
  const [code, setCode] = useState<string | null>(null)
  const [seconds, setSeconds] = useState<string>('30')
  const [note, setNote] = useState('')
  const [sign, setSign] = useState<OutsiderSign | null>(null)
  const signs = marks.find((one) => one.code === code)?.signs
  const send = async () => {
    if (code === null) return
    const to = Date.parse(now)
    const from = Math.max(to - Number(seconds) * 1000, began === null ? 0 : Date.parse(began))
    const answer = await mark.run({
      params: { sid: session as SessionId },
      body: {
        kind: 'mark',
        code,
        from: new Date(Math.min(from, to)).toISOString(),
        to: new Date(to).toISOString(),
        note,
        ...signSaid(signs, sign),
      },
    })
    if (!answer.ok) return
    setCode(null)
    setNote('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {mark.failure ? <FailureNotice failure={mark.failure} /> : null}
        <Select
          label={t('proctor.talk.code')}
          placeholder={t('proctor.talk.codeHint')}
          searchable
          nothingFoundMessage={t('proctor.talk.codeNone')}
          data={marks.map(({ code, wording }) => ({ value: code, label: wording }))}
          value={code}
          onChange={setCode}
        />
        <SignChoice signs={signs} value={sign} onChange={setSign} />
        <Select
          label={t('proctor.talk.when')}
          allowDeselect={false}
          data={lengths.map((value) => ({ value, label: t(`proctor.talk.last.${value}`) }))}
          value={seconds}
          onChange={(value) => value && setSeconds(value)}
        />
        <Textarea
          label={t('proctor.talk.note')}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          type="submit"
          loading={mark.busy}
          disabled={code === null}
          leftSection={<IconFlag size={18} aria-hidden />}
        >
          {t('proctor.talk.send.mark')}
        </Button>
      </Rows>
    </form>
  )
}
