import type { listExamNotices } from '@ochno/contract/notices'
import { useTranslation } from 'react-i18next'
import { isReason } from './letter-reasons.ts'
import type { ReplyOf } from '../../api/client.ts'
import { LongTable } from '../../ui/long-table.tsx'
import type { More } from '../../ui/more-line.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import { When } from '../../ui/when.tsx'

type Row = ReplyOf<typeof listExamNotices>['rows'][number]

const tones = { not_told: 'warn', queued: 'info', delivered: 'ok', read: 'ok' } as const

const letterTones = {
  queued: 'info',
  handed: 'ok',
  refused: 'bad',
  expired: 'warn',
  withdrawn: 'idle',
} as const satisfies Record<NonNullable<Row['letter']>['handling'], Tone>

/** Beside the account, never in its place: a letter taken by a mail server is not yet a person who was told. */
function Letter({ letter }: { letter: Row['letter'] }) {
  const { t } = useTranslation()
  if (!letter) return <>{t('mail.letter.none')}</>
  const why = letter.why && isReason(letter.why) ? t(`mail.why.${letter.why}`) : null
  return (
    <div>
      <StateMark tone={letterTones[letter.handling]} word={t(`mail.letter.${letter.handling}`)} />
      {why ? <div>{why}</div> : null}
      {letter.said ? <div>{t('mail.said', { said: letter.said })}</div> : null}
    </div>
  )
}

export function ToldTable({ rows, more, zone }: { rows: readonly Row[]; more: More; zone: string }) {
  const { t } = useTranslation()
  return (
    <LongTable
      more={more}
      label={t('notices.exam.title')}
      rows={rows}
      rowKey={(row) => row.session}
      columns={[
        { name: t('notices.exam.who'), cell: (row) => <strong>{row.examinee.name}</strong> },
        {
          name: t('notices.exam.state'),
          cell: (row) => <StateMark tone={tones[row.state]} word={t(`notices.exam.states.${row.state}`)} />,
        },
        {
          name: t('mail.letter.name'),
          cell: (row) => <Letter letter={row.letter} />,
        },
        {
          name: t('notices.exam.when'),
          cell: (row) => (row.at ? <When at={row.at} zone={zone} /> : '—'),
        },
      ]}
    />
  )
}
