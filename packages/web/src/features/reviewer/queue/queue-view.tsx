import { Button } from '@mantine/core'
import type { ReviewRow } from '@ochno/contract/review'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../../ui/state-mark.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { TrustPoints } from '../../../ui/trust-reasons.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { When } from '../../../ui/when.tsx'
import classes from './queue.module.css'

const toneOf = ({ state, overdue, reviewedAt }: ReviewRow): Tone =>
  reviewedAt !== null
    ? 'ok'
    : overdue
      ? 'bad'
      : state === 'in_review'
        ? 'info'
        : state === 'queued'
          ? 'warn'
          : 'idle'

type QueueViewProps = {
  readonly label: string
  readonly rows: readonly ReviewRow[]
  readonly zone: string
  /** Absent where this person does not give recordings out. */
  readonly onGive?: (row: ReviewRow) => void
  readonly onControl?: (row: ReviewRow) => void
}

/** A check that 000 lets end by itself was nobody's review. */
const stateOf = ({ state, reviewer }: ReviewRow) =>
  state === 'reviewed' && reviewer === null
    ? ('review.queue.automatic' as const)
    : (`review.queue.states.${state as 'queued'}` as const)

export function QueueView({ label, rows, zone, onGive, onControl }: QueueViewProps) {
  const { t } = useTranslation()
  const who: Column<ReviewRow>[] = onGive
    ? [{ name: t('review.queue.who'), cell: (row) => row.reviewer?.name ?? t('review.queue.nobody') }]
    : []
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          name: t('review.queue.name'),
          cell: (row) => (
            <div className={classes.who}>
              <strong>{row.examinee.name || t('review.queue.nameless')}</strong>
              <span>{row.exam.title}</span>
              {row.kind && row.kind !== 'first' ? (
                <StateMark quiet tone="info" word={t(`review.queue.kind.${row.kind}`)} />
              ) : null}
            </div>
          ),
        },
        {
          name: t('review.queue.due'),
          cell: (row) => (row.due ? <When at={row.due} zone={zone} /> : t('review.queue.noDue')),
        },
        {
          name: t('review.queue.length'),
          cell: (row) => t('review.queue.minutes', { count: row.recordedMinutes }),
        },
        {
          name: t('review.queue.hints'),
          cell: ({ hints }) =>
            hints.all === 0
              ? t('review.queue.noHints')
              : t(hints.open > 0 ? 'review.queue.hintsOpen' : 'review.queue.hintsDone', hints),
        },
        {
          name: t('hints.trust.title'),
          cell: ({ trust, band }) =>
            trust === null || band === null ? (
              t('review.queue.noTrust')
            ) : (
              <TrustPoints small points={trust / 100} band={band} />
            ),
        },
        ...who,
        {
          name: t('review.queue.state'),
          cell: (row) => (
            <div className={classes.who}>
              <StateMark quiet tone={toneOf(row)} word={t(stateOf(row))} />
              {row.overdue && row.state !== 'overdue' ? <span>{t('review.queue.late')}</span> : null}
              {row.watchedPercent > 0 ? (
                <span>{t('review.queue.watched', { percent: row.watchedPercent })}</span>
              ) : null}
            </div>
          ),
        },
        {
          name: t('review.queue.open'),
          quiet: true,
          cell: (row) => <Acts row={row} onGive={onGive} onControl={onControl} />,
        },
      ]}
    />
  )
}

function Acts({
  row,
  onGive,
  onControl,
}: {
  readonly row: ReviewRow
  readonly onGive: QueueViewProps['onGive']
  readonly onControl: QueueViewProps['onControl']
}) {
  const { t } = useTranslation()
  const name = row.examinee.name || t('review.queue.nameless')
  const open = row.reviewedAt === null
  const mayGive = open && row.state !== 'in_review'
  return (
    <div className={classes.acts}>
      {row.mine ? (
        <Button
          component={Link}
          to={`/reviews/${row.id}`}
          size="compact-md"
          variant={open ? 'filled' : 'default'}
          aria-label={t(open ? 'review.queue.openLong' : 'review.queue.lookLong', { name })}
        >
          {t(open ? 'review.queue.open' : 'review.queue.look')}
        </Button>
      ) : null}
      {onGive && mayGive ? (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('review.queue.giveLong', { name })}
          onClick={() => onGive(row)}
        >
          {t('review.queue.give')}
        </Button>
      ) : null}
      {onControl && !open && row.kind === 'first' ? (
        <Button
          size="compact-md"
          variant="default"
          aria-label={t('review.queue.controlLong', { name })}
          onClick={() => onControl(row)}
        >
          {t('review.queue.control')}
        </Button>
      ) : null}
    </div>
  )
}
