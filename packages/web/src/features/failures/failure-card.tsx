import { Button } from '@mantine/core'
import {
  type ExamFailures,
  type FailureView,
  type OutageView,
  readFailurePaper,
} from '@ochno/contract/failures'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { Table } from '../../ui/table.tsx'
import type { Deed } from './decide-sheet.tsx'
import classes from './failures.module.css'
import { spanWords } from './span-words.ts'

const tones = {
  open: 'warn',
  postponed: 'ok',
  offered: 'info',
  agreed: 'ok',
  declined: 'warn',
  refused: 'idle',
} as const

type Row = { readonly row: FailureView; readonly all: ExamFailures }

/** One examinee: the failures, what was said and decided, and what may be done now. */
export function FailureCard({
  row,
  all,
  onDecide,
  onCause,
  onPosted,
}: Row & {
  onDecide: (deed: Deed) => void
  onCause: (outage: OutageView) => void
  onPosted: () => void
}) {
  const { t } = useTranslation()
  const open =
    row.state === 'open' || row.state === 'declined' || row.state === 'offered' || row.state === 'refused'
  return (
    <Card
      title={row.examinee.name}
      actions={<StateMark tone={tones[row.state]} word={t(`failures.states.${row.state}`)} />}
    >
      <Rows>
        <Outages row={row} all={all} onCause={all.mayDecide && open ? onCause : null} />
        {row.asked ? <Notice tone="info" title={t('failures.asked', { words: row.asked.words })} /> : null}
        {row.decision ? <Decided row={row} all={all} onPosted={onPosted} /> : null}
        {all.mayDecide && open ? <ToDo row={row} onDecide={onDecide} /> : null}
      </Rows>
    </Card>
  )
}

function Outages({ row, all: { zone }, onCause }: Row & { onCause: ((outage: OutageView) => void) | null }) {
  const { t, i18n } = useTranslation()
  const at = (iso: string) => moment(iso, zone, i18n.language)
  if (row.outages.length === 0) return null
  return (
    <Table
      label={t('failures.outage.title', { name: row.examinee.name })}
      rows={row.outages}
      rowKey={(one) => one.key}
      columns={[
        {
          name: t('failures.outage.when'),
          cell: (one) =>
            one.open
              ? t('failures.outage.still', { from: at(one.from) })
              : t('failures.outage.span', spanWords(one.from, one.until, zone, i18n.language)),
        },
        {
          name: t('failures.outage.length'),
          cell: (one) => t('failures.outage.minutes', { count: one.minutes }),
        },
        {
          name: t('failures.outage.side'),
          cell: (one) =>
            one.foundBy
              ? t('failures.outage.foundBy', { side: t(`failures.fault.${one.fault}`), name: one.foundBy })
              : t(`failures.fault.${one.fault}`),
        },
        {
          name: t('failures.outage.what'),
          cell: (one) => (
            <Rows gap="sm">
              <p className={classes.said}>{one.reason || t(`failures.source.${one.source}`)}</p>
              {one.open ? null : (
                <p className={classes.quiet}>
                  {t(one.couldContinue ? 'failures.outage.wentOn' : 'failures.outage.stopped')}
                </p>
              )}
              {onCause ? (
                <Bar>
                  <Button size="xs" variant="default" onClick={() => onCause(one)}>
                    {t('failures.outage.cause')}
                  </Button>
                </Bar>
              ) : null}
            </Rows>
          ),
        },
      ]}
    />
  )
}

function Decided({ row, all: { exam, zone, mayDecide }, onPosted }: Row & { onPosted: () => void }) {
  const { t, i18n } = useTranslation()
  const { decision, answer, told, posted } = row
  if (!decision) return null
  const at = (iso: string) => moment(iso, zone, i18n.language)
  const site = decision.channels.includes('site')
  const ways = [
    ...(told ? [t(`failures.decided.account.${told.account}`)] : []),
    ...(decision.channels.includes('email')
      ? [told?.email ? t(`failures.decided.email.${told.email}`) : t('failures.decided.emailNone')]
      : []),
    ...(site
      ? [posted ? t('failures.decided.sitePosted', { name: posted.by }) : t('failures.decided.site')]
      : []),
  ]
  return (
    <Rows gap="sm">
      <ul className={classes.facts}>
        <li>{t('failures.decided.by', { name: decision.by, at: at(decision.at) })}</li>
        {decision.to ? (
          <li>
            <strong>
              {t(
                'failures.decided.to',
                spanWords(decision.to.opensAt, decision.to.closesAt, zone, i18n.language),
              )}
            </strong>
          </li>
        ) : null}
        <li>{t('failures.decided.reason', { reason: decision.reason })}</li>
        {answer ? (
          <li>
            {t(answer.agrees ? 'failures.decided.answerYes' : 'failures.decided.answerNo', {
              words: answer.words,
            })}
          </li>
        ) : null}
        {ways.length > 0 ? <li>{t('failures.decided.channels', { channels: ways.join('; ') })}</li> : null}
      </ul>
      <Bar>
        {row.moved ? (
          <Button component={Link} to={`/exams/${exam.id}`} variant="default" size="xs">
            {t('failures.decided.moved')}
          </Button>
        ) : null}
        {row.paper ? (
          <Button
            component="a"
            href={readFailurePaper.path.replace(':sid', row.session)}
            download
            variant="default"
            size="xs"
          >
            {t('failures.decided.paper')}
          </Button>
        ) : null}
        {mayDecide && site && !posted ? (
          <Button variant="default" size="xs" onClick={onPosted}>
            {t('failures.decided.posted')}
          </Button>
        ) : null}
      </Bar>
    </Rows>
  )
}

function ToDo({ row, onDecide }: { row: FailureView; onDecide: (deed: Deed) => void }) {
  const { t } = useTranslation()
  const { opens } = row
  const why = (code: string | null) =>
    code === 'failure_too_short' ||
    code === 'retake_could_continue' ||
    code === 'not_under_this_act' ||
    code === 'no_failure'
      ? t(`failures.why.${code}`)
      : null
  const [postpone, retake] = [why(opens.postpone), why(opens.retake)]
  const own = row.outages.some(({ fault }) => fault === 'examinee')
  return (
    <Rows gap="sm">
      {postpone ? <p className={classes.quiet}>{t('failures.why.postpone', { why: postpone })}</p> : null}
      {retake && retake !== postpone ? (
        <p className={classes.quiet}>{t('failures.why.retake', { why: retake })}</p>
      ) : null}
      {own ? <p className={classes.quiet}>{t('failures.ownRisk')}</p> : null}
      {row.running && opens.postpone === null ? (
        <p className={classes.quiet}>{t('failures.running')}</p>
      ) : null}
      <Bar>
        {opens.postpone === null ? (
          <Button onClick={() => onDecide('postponed')}>{t('failures.do.postpone')}</Button>
        ) : null}
        {opens.retake === null ? (
          <Button
            variant={opens.postpone === null ? 'default' : 'filled'}
            onClick={() => onDecide('offered')}
          >
            {t(row.state === 'open' ? 'failures.do.offer' : 'failures.do.again')}
          </Button>
        ) : null}
        {opens.refuse === null ? (
          <Button variant="default" onClick={() => onDecide('refused')}>
            {t('failures.do.refuse')}
          </Button>
        ) : null}
      </Bar>
    </Rows>
  )
}
