import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { markInReview, type ReviewDesk } from '@ochno/contract/review'
import { IconFlag } from '@tabler/icons-react'
import type { OutsiderSign } from '@ochno/domain/incident/signs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { clock } from '../../../ui/clock.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { SignChoice, signSaid } from '../../../ui/sign-choice.tsx'
import { Bar, Rows } from '../../../ui/page.tsx'
import classes from './desk.module.css'

/** Milliseconds of the timeline; a mark needs a length that a person sees. */
export type MarkRange = { readonly fromMs: number; readonly toMs: number }

type MarkFormProps = {
  readonly desk: ReviewDesk
  readonly hint: number | null
  readonly code: string | null
  readonly range: MarkRange
  readonly zeroMs: number
  readonly atMs: () => number
  /** Before anything is sent, what was watched is. */
  readonly before: () => Promise<void>
  readonly onDone: (desk: ReviewDesk) => void
  readonly onClose: () => void
}

export function MarkForm({
  desk,
  hint,
  code: proposed,
  range,
  zeroMs,
  atMs,
  before,
  onDone,
  onClose,
}: MarkFormProps) {
  const { t } = useTranslation()
  const mark = useDo(markInReview)
  const [code, setCode] = useState<string | null>(
    desk.codes.some((one) => one.code === proposed) ? proposed : null,
  )
  const [from, setFrom] = useState(range.fromMs)
  const [to, setTo] = useState(range.toMs)
  const [note, setNote] = useState('')
  const [sign, setSign] = useState<OutsiderSign | null>(null)
  const signs = desk.codes.find((one) => one.code === code)?.signs
  const chosen = desk.codes.find((one) => one.code === code)
  const send = async () => {
    if (code === null) return
    await before()
    const iso = (ms: number) => new Date(Math.round(zeroMs + ms)).toISOString()
    const answer = await mark.run({
      params: { rid: desk.review.id },
      body: {
        code,
        from: iso(Math.min(from, to)),
        to: iso(Math.max(from, to)),
        note,
        ...signSaid(signs, sign),
        hint,
      },
    })
    if (answer.ok) onDone(answer.body)
  }
  return (
    <form
      className={classes.form}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {mark.failure ? <FailureNotice failure={mark.failure} /> : null}
        <Select
          label={t('review.desk.code')}
          placeholder={t('review.desk.codeHint')}
          searchable
          data-autofocus
          autoFocus
          nothingFoundMessage={t('review.desk.codeNone')}
          data={desk.codes.map((one) => ({ value: one.code, label: one.wording }))}
          value={code}
          onChange={setCode}
        />
        <SignChoice signs={signs} value={sign} onChange={setSign} />
        {chosen ? (
          <p className={classes.quote}>
            {chosen.clause
              ? t('review.desk.clause', { clause: chosen.clause, wording: chosen.wording })
              : chosen.wording}
          </p>
        ) : null}
        <div className={classes.range}>
          <TextInput label={t('review.desk.from')} value={clock(from)} readOnly />
          <Button variant="default" onClick={() => setFrom(atMs())}>
            {t('review.desk.here')}
          </Button>
          <TextInput label={t('review.desk.to')} value={clock(to)} readOnly />
          <Button variant="default" onClick={() => setTo(atMs())}>
            {t('review.desk.untilHere')}
          </Button>
        </div>
        <Textarea
          label={t('review.desk.note')}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={2_000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Bar>
          <Button
            type="submit"
            loading={mark.busy}
            disabled={code === null}
            leftSection={<IconFlag size={18} aria-hidden />}
          >
            {t('review.desk.saveMark')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
