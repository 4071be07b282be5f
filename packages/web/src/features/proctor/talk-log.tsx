import type { ConductView } from '@ochno/contract/conduct'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './talk.module.css'

const time = (iso: string, language: string): string =>
  new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    new Date(iso),
  )

type Marks = readonly { readonly code: string; readonly wording: string }[]

/** Answers stand with what they answer, not as lines of their own. */
export function TalkLog({ rows, marks }: { rows: readonly ConductView[]; marks: Marks }) {
  const { t, i18n } = useTranslation()
  const end = useRef<HTMLLIElement>(null)
  const shown = rows.filter(({ entry }) => !['reached', 'followed', 'ignored'].includes(entry.kind))
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
            {t(`proctor.talk.kinds.${row.entry.kind}`)} · {time(row.at, i18n.language)}
          </p>
          <p className={classes.words}>{wordsOf(row, marks)}</p>
          {row.entry.kind === 'warning' || row.entry.kind === 'instruction' ? (
            <p className={classes.meta}>{t(`proctor.talk.arrived.${arrived(row.seq, rows)}`)}</p>
          ) : null}
        </li>
      ))}
      <li ref={end} className={classes.end} aria-hidden />
    </ul>
  )
}

function wordsOf({ entry }: ConductView, marks: Marks): string {
  if (entry.kind !== 'mark') return 'text' in entry ? entry.text : ''
  const wording = marks.find(({ code }) => code === entry.code)?.wording ?? entry.code
  return entry.note ? `${wording}\n${entry.note}` : wording
}

function arrived(seq: number, rows: readonly ConductView[]): 'not_yet' | 'seen' | 'heard' | 'done' {
  const answers = rows.map(({ entry }) => entry)
  if (answers.some((entry) => entry.kind === 'followed' && entry.of === seq)) return 'done'
  const by = (medium: 'text' | 'audio') =>
    answers.some((entry) => entry.kind === 'reached' && entry.of === seq && entry.medium === medium)
  return by('text') ? (by('audio') ? 'heard' : 'seen') : 'not_yet'
}
