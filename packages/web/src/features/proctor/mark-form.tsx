import { Button, Select, Textarea } from '@mantine/core'
import { type SignsOffered, sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { IconFlag } from '@tabler/icons-react'
import type { OutsiderSign } from '@ochno/domain/incident/signs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SignChoice, signSaid } from '../../ui/sign-choice.tsx'
import { Rows } from '../../ui/page.tsx'
import { type MarkPlace, type MarkWhen, offeredFor, spanOf, usual } from './mark-span.ts'
import { useNow } from './wall-clock.ts'
import { changedBySaying } from './use-talk.ts'

export type MarkHint = { readonly fromMs: number; readonly toMs: number }

/** R1-3.3a: code of the act, a stretch of the recording, a note. What the proctor saw has just passed. */
export function MarkForm({
  session,
  marks,
  began,
  now,
  hint,
  shownAt,
}: {
  session: string
  marks: readonly { readonly code: string; readonly wording: string; readonly signs: SignsOffered }[]
  /** A mark lies within the control window, however young that is. */
  began: string | null
  now: string
  /** The hint it is about, where the form was opened from one. */
  hint: MarkHint | null
  /** What moment a rewound picture shows, server's clock; null: it is live. */
  shownAt: () => number | null
}) {
  const { t, i18n } = useTranslation()
  const place = usePlace(hint, shownAt)
  const mark = useDo(sayToExaminee, changedBySaying)
  const [code, setCode] = useState<string | null>(null)
  const [chosen, setChosen] = useState<MarkWhen | null>(null)
  const [note, setNote] = useState('')
  const [sign, setSign] = useState<OutsiderSign | null>(null)
  const offered = offeredFor(place.is)
  const when = chosen !== null && offered.includes(chosen) ? chosen : usual(place.is)
  const time = (ms: number) => new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }).format(ms)
  const said = (one: MarkWhen): string => {
    if (one === 'hint' && place.is?.is === 'hint')
      return t('proctor.talk.ofHint', { from: time(place.is.fromMs), to: time(place.is.toMs) })
    const [kind, seconds] = one.split('.') as ['last' | 'around', '10' | '30' | '60']
    if (kind === 'around' && place.is?.is === 'shown')
      return t('proctor.talk.around', { at: time(place.is.atMs), seconds })
    return t(`proctor.talk.last.${seconds}`)
  }
  const signs = marks.find((one) => one.code === code)?.signs
  const send = async () => {
    if (code === null) return
    const beganMs = began === null ? null : Date.parse(began)
    const { fromMs, toMs } = spanOf(when, place.is, { beganMs, nowMs: Date.parse(now) })
    const answer = await mark.run({
      params: { sid: session as SessionId },
      body: {
        kind: 'mark',
        code,
        from: new Date(fromMs).toISOString(),
        to: new Date(toMs).toISOString(),
        note,
        ...signSaid(signs, sign),
      },
    })
    if (!answer.ok) return
    setCode(null)
    setNote('')
    setChosen(null)
    place.forget()
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
          data={offered.map((value) => ({ value, label: said(value) }))}
          value={when}
          onChange={(value) => value && setChosen(value as MarkWhen)}
        />
        {place.mayTake ? (
          <Button variant="default" size="compact-md" onClick={place.take}>
            {t('proctor.talk.takeMoment')}
          </Button>
        ) : null}
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

/** The moment on the screen is kept as it was when the form saw it: the recording plays on while the proctor writes. */
function usePlace(hint: MarkHint | null, shownAt: () => number | null) {
  useNow()
  const [taken, setTaken] = useState<number | null>(shownAt)
  const [forgotten, setForgotten] = useState(false)
  const shown = shownAt()
  const waits = taken === null && shown !== null
  useEffect(() => {
    if (waits) setTaken(shown)
  }, [waits, shown])
  const ofHint = hint !== null && !forgotten
  const is: MarkPlace | null = ofHint
    ? { is: 'hint', ...hint }
    : taken === null
      ? null
      : { is: 'shown', atMs: taken }
  return {
    is,
    /** Another moment is on the screen by now. */
    mayTake: shown !== null && (ofHint || Math.abs(shown - (taken ?? shown)) > 2_000),
    take: () => {
      setForgotten(true)
      setTaken(shownAt())
    },
    forget: () => {
      setForgotten(true)
      setTaken(null)
    },
  }
}
