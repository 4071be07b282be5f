import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { type QualityView, readQuality } from '@ochno/contract/quality'
import { type ReviewDesk, sayUnjudged, takeBackUnjudged } from '@ochno/contract/review'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { clock } from '../../../ui/clock.ts'
import { FormSheet } from '../../../ui/form-sheet.tsx'
import { Rows } from '../../../ui/page.tsx'
import classes from './desk.module.css'
import { msOfClock } from './ms-of-clock.ts'

type Span = { readonly fromMs: number; readonly toMs: number }

/** Which stretches, and why. Nothing is chosen beforehand: what the machine points at a person may find good enough. */
export function UnjudgedSheet({
  desk,
  poor,
  zeroMs,
  onDone,
  onClose,
}: {
  readonly desk: ReviewDesk
  readonly poor: QualityView['poor']
  readonly zeroMs: number
  readonly onDone: (desk: ReviewDesk) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const say = useDo(sayUnjudged, [readQuality])
  const [whole, setWhole] = useState(false)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const own = ownSpan(from, to, zeroMs)
  const within = ({ fromMs, toMs }: Span): Span => ({
    fromMs: Math.max(fromMs, desk.window.fromMs),
    toMs: Math.min(toMs, desk.window.toMs),
  })
  const spans: readonly Span[] = whole
    ? [desk.window]
    : [...chosen.flatMap((at) => poor[at] ?? []), ...(own ? [own] : [])].map(within)
  const send = async () => {
    const answer = await say.run({
      params: { rid: desk.review.id },
      body: {
        reason,
        spans: spans.map(({ fromMs, toMs }) => ({ from: iso(fromMs), to: iso(toMs) })),
      },
    })
    if (answer.ok) onDone(answer.body)
  }
  const wrong = (from !== '' || to !== '') && own === null
  return (
    <FormSheet
      title={t('quality.sheet.title')}
      failure={say.failure}
      submit={t('quality.say')}
      busy={say.busy}
      disabled={!reason.trim() || spans.length === 0 || (wrong && !whole)}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('quality.sheet.text')}</p>
      <fieldset className={classes.disputed}>
        <legend>{t('quality.sheet.spans')}</legend>
        <Rows gap="sm">
          <Checkbox
            label={t('quality.sheet.whole')}
            checked={whole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          {poor.map((one, at) => (
            <Checkbox
              key={`${one.track} ${one.fromMs}`}
              disabled={whole}
              label={t('review.desk.range', {
                from: clock(one.fromMs - zeroMs),
                to: clock(one.toMs - zeroMs),
              })}
              description={[
                t(`quality.track.${one.track}`),
                ...one.why.map((why) => t(`quality.why.${why}`)),
              ].join(' · ')}
              checked={chosen.includes(at)}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? [...chosen, at] : chosen.filter((no) => no !== at))
              }
            />
          ))}
          <div className={classes.pair}>
            <TextInput
              label={t('quality.sheet.from')}
              placeholder="0:00"
              disabled={whole}
              value={from}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              label={t('quality.sheet.to')}
              placeholder="1:30"
              disabled={whole}
              value={to}
              error={wrong && !whole ? t('quality.sheet.wrong') : null}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </div>
        </Rows>
      </fieldset>
      <Textarea
        label={t('quality.sheet.reason')}
        description={t('quality.sheet.reasonHint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormSheet>
  )
}

const iso = (ms: number) => new Date(Math.round(ms)).toISOString()

/** As the player shows it, from the beginning of the recording. */
function ownSpan(from: string, to: string, zeroMs: number): Span | null {
  const [begins, ends] = [msOfClock(from), msOfClock(to)]
  return begins === null || ends === null || ends <= begins
    ? null
    : { fromMs: zeroMs + begins, toMs: zeroMs + ends }
}

export function JudgedSheet({
  review,
  seq,
  onDone,
  onClose,
}: {
  readonly review: string
  readonly seq: number
  readonly onDone: (desk: ReviewDesk) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const take = useDo(takeBackUnjudged, [readQuality])
  const [reason, setReason] = useState('')
  const send = async () => {
    const answer = await take.run({ params: { rid: review, seq }, body: { reason } })
    if (answer.ok) onDone(answer.body)
  }
  return (
    <FormSheet
      title={t('quality.back.title')}
      failure={take.failure}
      submit={t('quality.takeBack')}
      busy={take.busy}
      disabled={!reason.trim()}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p>{t('quality.back.text')}</p>
      <Textarea
        label={t('quality.back.reason')}
        autosize
        minRows={2}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormSheet>
  )
}
