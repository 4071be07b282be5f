import { Button, TextInput } from '@mantine/core'
import { type ConductView, type StandingView, sayToExaminee } from '@ochno/contract/conduct'
import type { SessionId } from '@ochno/domain/ids'
import { noteOf } from '@ochno/domain/incident/signs'
import type { TFunction } from 'i18next'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { clock } from '../../ui/clock.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './talk.module.css'
import { changedBySaying } from './use-talk.ts'

const time = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    new Date(iso),
  )

type Marks = readonly { readonly code: string; readonly wording: string }[]

const answers: readonly string[] = ['judged', 'reached', 'read', 'followed', 'ignored', 'fault', 'dismissed']

/** Answers stand with what they answer, not as lines of their own. */
export function TalkLog({
  session,
  rows,
  marks,
  calls,
}: {
  session: string
  rows: readonly ConductView[]
  marks: Marks
  calls: StandingView['calls']
}) {
  const { t, i18n } = useTranslation()
  const end = useRef<HTMLLIElement>(null)
  const shown = rows.filter(({ entry }) => !answers.includes(entry.kind))
  const last = shown.at(-1)?.seq ?? 0
  useEffect(() => {
    if (last > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [last])
  if (!shown.length) return <p className={classes.none}>{t('proctor.talk.none')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard
    <ul className={classes.log} aria-label={t('proctor.talk.log')} aria-live="polite" tabIndex={0}>
      {shown.map((row) => (
        <li key={row.seq} data-party={row.party} data-kind={row.entry.kind}>
          <p className={classes.meta}>
            {t(`wall.kind.${row.entry.kind}`)} · {time(row.at, i18n.language)}
          </p>
          <p className={classes.words}>{wordsOf(row, marks, t)}</p>
          {row.entry.kind === 'warning' || row.entry.kind === 'instruction' ? (
            <p className={classes.meta}>{t(`proctor.talk.arrived.${arrived(row.seq, rows)}`)}</p>
          ) : null}
          {row.entry.kind === 'call' ? <ByTime call={calls.find(({ seq }) => seq === row.seq)} /> : null}
          {row.entry.kind === 'instruction' ? (
            <NotFollowed session={session} of={row.seq} rows={rows} />
          ) : null}
        </li>
      ))}
      <li ref={end} className={classes.end} aria-hidden />
    </ul>
  )
}

/** What nobody said of the end of a call: the time did. */
function ByTime({ call }: { call: StandingView['calls'][number] | undefined }) {
  const { t } = useTranslation()
  const end = call?.end
  if (end !== 'missed' && end !== 'session_over' && end !== 'too_long') return null
  return (
    <p className={classes.meta}>{t(`calls.end.${end === 'missed' && !call?.shown ? 'unreached' : end}`)}</p>
  )
}

function wordsOf({ entry, party }: ConductView, marks: Marks, t: TFunction): string {
  switch (entry.kind) {
    case 'mark': {
      const wording = marks.find(({ code }) => code === entry.code)?.wording ?? entry.code
      const note = noteOf(entry)
      return note ? `${wording}\n${note}` : wording
    }
    case 'scan':
      return party === 'system' ? t('wall.log.scanBySystem') : entry.reason
    case 'scan_end':
      return entry.reason
        ? `${t(`wall.log.scan.${entry.is}`)}\n${entry.reason}`
        : t(`wall.log.scan.${entry.is}`)
    case 'call_end':
      return t(`calls.end.${entry.is}`)
    case 'more_absence':
      return t('wall.log.more', { count: entry.minutes, reason: entry.reason })
    case 'given':
      return clock(entry.ms)
    case 'offer_end':
      return t(`wall.log.offer.${entry.is}`)
    default:
      return 'text' in entry ? entry.text : 'reason' in entry ? entry.reason : ''
  }
}

/** R3-4.2.6.1: found by the proctor, with a reason, once it was on the screen; silence is nothing. */
function NotFollowed({ session, of, rows }: { session: string; of: number; rows: readonly ConductView[] }) {
  const { t } = useTranslation()
  const say = useDo(sayToExaminee, changedBySaying)
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const found = rows.find(({ entry }) => entry.kind === 'ignored' && entry.of === of)
  if (found?.entry.kind === 'ignored')
    return <p className={classes.meta}>{t('wall.log.ignored', { reason: found.entry.reason })}</p>
  if (arrived(of, rows) === 'not_yet') return null
  if (!asking)
    return (
      <Button variant="subtle" size="compact-xs" onClick={() => setAsking(true)}>
        {t('wall.log.notFollowed')}
      </Button>
    )
  const body = { kind: 'ignored', of, reason } as const
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void say.run({ params: { sid: session as SessionId }, body })
      }}
    >
      {say.failure ? <FailureNotice failure={say.failure} /> : null}
      <TextInput
        label={t('wall.log.whyIgnored')}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="compact-sm" variant="default" loading={say.busy} disabled={!reason.trim()}>
        {t('wall.log.notFollowed')}
      </Button>
    </form>
  )
}

function arrived(seq: number, rows: readonly ConductView[]): 'not_yet' | 'seen' | 'heard' | 'done' {
  const answers = rows.map(({ entry }) => entry)
  if (answers.some((entry) => entry.kind === 'followed' && entry.of === seq)) return 'done'
  const by = (medium: 'text' | 'audio') =>
    answers.some((entry) => entry.kind === 'reached' && entry.of === seq && entry.medium === medium)
  return by('text') ? (by('audio') ? 'heard' : 'seen') : 'not_yet'
}
