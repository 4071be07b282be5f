import { Button } from '@mantine/core'
import {
  beginInRoom,
  handInInRoom,
  noteArrival,
  readRoom,
  type RoomView,
  type SeatView,
} from '@ochno/contract/classroom'
import { sayToExaminee } from '@ochno/contract/conduct'
import { mayIdentify } from '@ochno/domain/session/seat'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { clockAt } from '../../ui/clock-at.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './classroom.module.css'
import { IdentitySheet } from './identity-sheet.tsx'
import { MarkSheet } from './mark-sheet.tsx'
import { PauseSheet } from './pause-sheet.tsx'
import { StopSheet } from './stop-sheet.tsx'
import { WarnSheet } from './warn-sheet.tsx'

const tones = {
  expected: 'idle',
  came: 'info',
  refused: 'bad',
  identified: 'ok',
  begun: 'info',
  handed_in: 'ok',
  stopped: 'warn',
  over: 'ok',
  absent: 'idle',
} as const satisfies Record<SeatView['is'], Tone>

type Props = {
  readonly exam: RoomView['exams'][number]
  readonly seat: SeatView
  readonly zone: string
  readonly now: string
}

/** One person of the list, with the next step as the first button. */
export function Seat({ exam, seat, zone, now }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<'identity' | 'warn' | 'mark' | 'pause' | 'stop' | null>(null)
  const arrive = useDo(noteArrival, [readRoom])
  const begin = useDo(beginInRoom, [readRoom])
  const handIn = useDo(handInInRoom, [readRoom])
  const resume = useDo(sayToExaminee, [readRoom])
  const params = { params: { sid: seat.session } }
  const failure = arrive.failure ?? begin.failure ?? handIn.failure ?? resume.failure
  const close = () => setOpen(null)
  const { identity, pause } = seat
  const over = seat.is === 'handed_in' || seat.is === 'stopped' || seat.is === 'over'
  return (
    <li className={classes.seat}>
      <div>
        <div className={classes.name}>
          <span>{seat.examinee}</span>
          <StateMark
            tone={pause ? 'warn' : tones[seat.is]}
            word={t(pause ? 'classroom.paused' : `classroom.states.${seat.is}`)}
            quiet
          />
        </div>
        <p className={classes.quiet}>
          {[
            seat.group,
            identity?.document
              ? t('classroom.shown', { document: t(`classroom.documents.${identity.document}`) })
              : null,
            identity?.reason || null,
            pause?.reason,
            seat.is === 'begun' && seat.deadline && !pause
              ? t('classroom.until', { time: clockAt(seat.deadline, zone) })
              : null,
            seat.warnings ? t('classroom.warnings', { count: seat.warnings }) : null,
            seat.marks.length ? t('classroom.marks', { count: seat.marks.length }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {seat.conditions.map((one) => (
          <p key={one} className={classes.quiet}>
            {t('classroom.permitted', { what: one })}
          </p>
        ))}
        {failure ? <FailureNotice failure={failure} /> : null}
      </div>
      <div className={classes.acts}>
        {seat.is === 'expected' ? (
          <Button loading={arrive.busy} onClick={() => void arrive.run(params)}>
            {t('classroom.arrive')}
          </Button>
        ) : null}
        {seat.is === 'identified' ? (
          <Button loading={begin.busy} onClick={() => void begin.run(params)}>
            {t('classroom.begin')}
          </Button>
        ) : null}
        {mayIdentify(seat.is) && Date.parse(now) < Date.parse(seat.closesAt) ? (
          <Button variant={seat.is === 'came' ? 'filled' : 'default'} onClick={() => setOpen('identity')}>
            {t(seat.is === 'came' ? 'classroom.look' : 'classroom.lookAgain')}
          </Button>
        ) : null}
        {seat.is === 'begun' ? (
          <>
            <Button loading={handIn.busy} onClick={() => void handIn.run(params)}>
              {t('classroom.handIn')}
            </Button>
            {exam.warnBy.length === 0 ? null : (
              <Button variant="default" onClick={() => setOpen('warn')}>
                {t('classroom.warn')}
              </Button>
            )}
            <Button variant="default" onClick={() => setOpen('mark')}>
              {t('classroom.mark')}
            </Button>
            {pause ? (
              <Button
                variant="default"
                loading={resume.busy}
                onClick={() => void resume.run({ ...params, body: { kind: 'resume', of: pause.seq } })}
              >
                {t('classroom.resume')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setOpen('pause')}>
                {t('classroom.pause')}
              </Button>
            )}
            {exam.stopAfter === null ? null : (
              <Button variant="subtle" color="danger.7" onClick={() => setOpen('stop')}>
                {t('classroom.stop')}
              </Button>
            )}
          </>
        ) : null}
        {over ? (
          <Button variant="default" component={Link} to={`/protocols/${seat.session}` as '/'}>
            {t('classroom.protocol')}
          </Button>
        ) : null}
      </div>
      {open === 'identity' ? <IdentitySheet exam={exam} seat={seat} onClose={close} /> : null}
      {open === 'warn' ? <WarnSheet exam={exam} seat={seat} onClose={close} /> : null}
      {open === 'mark' ? <MarkSheet exam={exam} seat={seat} zone={zone} now={now} onClose={close} /> : null}
      {open === 'pause' ? <PauseSheet seat={seat} onClose={close} /> : null}
      {open === 'stop' ? <StopSheet exam={exam} seat={seat} onClose={close} /> : null}
    </li>
  )
}
