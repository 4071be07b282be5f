import { Button } from '@mantine/core'
import { listMySessions, type SessionView } from '@ochno/contract/sessions'
import { IconArrowRight, IconCalendarOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { hasUnsent } from '../../api/unsent.ts'
import { Empty } from '../../ui/empty.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import { When } from '../../ui/when.tsx'
import { examStage } from './exam-stage.ts'
import classes from './my-exams-card.module.css'

type Standing = 'waiting' | 'open' | 'running' | 'sending' | 'done' | 'missed' | 'called_off'

const tones = {
  waiting: 'idle',
  open: 'info',
  running: 'warn',
  sending: 'warn',
  done: 'ok',
  missed: 'idle',
  called_off: 'idle',
} as const satisfies Record<Standing, Tone>

const standings = {
  too_early: 'waiting',
  prepare: 'open',
  running: 'running',
  over: 'done',
  too_late: 'missed',
  called_off: 'called_off',
} as const

function standing(session: SessionView, nowMs: number): Standing {
  const stage = examStage(session, nowMs)
  return stage === 'over' && hasUnsent(session.id) ? 'sending' : standings[stage]
}

const URGENCY: readonly Standing[] = ['running', 'sending', 'open', 'waiting', 'done', 'missed', 'called_off']

/** The examinee's home: one next step, then the rest. */
export function MyExamsCard() {
  const { t } = useTranslation()
  const me = useMe()
  const mine = useLoad(listMySessions, {}, { everyMs: 30_000 })
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <LoadView load={mine} rows={2}>
      {({ now, rows }) => {
        const sorted = rows
          .map((session) => ({ session, is: standing(session, Date.parse(now)) }))
          .toSorted((a, b) => URGENCY.indexOf(a.is) - URGENCY.indexOf(b.is))
        const [next, ...others] = sorted
        if (!next)
          return (
            <Card title={t('exam.home.title')}>
              <Empty icon={IconCalendarOff} title={t('exam.home.empty')}>
                {t('exam.home.emptyText')}
              </Empty>
              <p className={classes.also}>
                <a href="/exam/trial">{t('trial.try')}</a>
              </p>
            </Card>
          )
        return (
          <>
            <NextStep session={next.session} is={next.is} zone={zone} />
            {others.length ? (
              <Card title={t('exam.home.later')}>
                <ul className={classes.list}>
                  {others.map(({ session, is }) => (
                    <li key={session.id}>
                      <a href={`/exam/${session.id}`}>{session.exam.title}</a>
                      <When at={session.opensAt} zone={zone} />
                      <StateMark tone={tones[is]} word={t(`exam.home.states.${is}`)} />
                    </li>
                  ))}
                </ul>
              </Card>
            ) : null}
          </>
        )
      }}
    </LoadView>
  )
}

const press = {
  waiting: 'exam.home.details',
  open: 'exam.home.openNow',
  running: 'exam.home.resume',
  sending: 'exam.home.send',
  done: 'exam.home.see',
  missed: 'exam.home.see',
  called_off: 'exam.home.see',
} as const satisfies Record<Standing, string>

function NextStep({ session, is, zone }: { session: SessionView; is: Standing; zone: string }) {
  const { t } = useTranslation()
  const quiet = is === 'done' || is === 'missed' || is === 'called_off'
  return (
    <Card
      title={quiet ? t('exam.home.last') : t('exam.home.next')}
      actions={<StateMark tone={tones[is]} word={t(`exam.home.states.${is}`)} />}
    >
      <p className={classes.exam}>{session.exam.title}</p>
      <dl className={classes.facts}>
        <dt>{t('exam.home.opensAt')}</dt>
        <dd>
          <When at={session.opensAt} zone={zone} />
        </dd>
        <dt>{t('exam.home.closesAt')}</dt>
        <dd>
          <When at={session.closesAt} zone={zone} />
        </dd>
        <dt>{t('exam.home.length')}</dt>
        <dd>{t('common.duration.minutes', { count: session.lengthMinutes })}</dd>
      </dl>
      {/* A document of its own: only the exam page has rights to the camera (B-03). */}
      <Button
        component="a"
        href={`/exam/${session.id}`}
        size="md"
        variant={quiet ? 'default' : 'filled'}
        rightSection={<IconArrowRight size={20} aria-hidden />}
      >
        {t(session.room && !quiet ? press.open : press[is])}
      </Button>
      {/* In a classroom there is no machine to prepare. */}
      {session.room === null && (is === 'waiting' || is === 'open') ? (
        <p className={classes.also}>
          <a href={`/exam/equipment?session=${session.id}`}>{t('equipment.home.forExam')}</a>
          {' · '}
          <a href={`/exam/trial?session=${session.id}`}>{t('trial.try')}</a>
          {' · '}
          <Link to={`/workplace/${session.id}`}>{t('workplaces.needed')}</Link>
        </p>
      ) : null}
    </Card>
  )
}
