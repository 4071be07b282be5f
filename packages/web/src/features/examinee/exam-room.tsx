import { Button } from '@mantine/core'
import type { SessionId } from '@ochno/domain/ids'
import { IconFlag, IconHelp } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeviceKind } from '../../machine/chosen-devices.ts'
import { clock } from '../../ui/clock.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Mark } from '../../ui/mark.tsx'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Rows } from '../../ui/page.tsx'
import type { Recorder } from '@ochno/capture'
import { AskedNow } from './asked-now.tsx'
import { DeviceReplaced } from './device-replaced.tsx'
import classes from './exam-room.module.css'
import { ExamineeCall } from './examinee-call.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { LeaveButton } from './leave-button.tsx'
import { ProctorChat } from './proctor-chat.tsx'
import { ProctorOrders } from './proctor-orders.tsx'
import { RecordingPanel } from './recording-panel.tsx'
import type { RecordedDevices } from './recorded-devices.ts'
import type { RecordingView } from './recording-view.ts'
import { TaskText } from './task-text.tsx'
import type { OwnConduct } from './use-conduct.ts'
import { type Fixable, WarningsList } from './warnings-list.tsx'

export type ExamRoomProps = {
  readonly title: string
  readonly instructions: string
  readonly leftMs: number
  readonly session: SessionId
  /** What the proctor and the examinee said to each other, and what is open between them. */
  readonly conduct: OwnConduct
  /** The server's clock. */
  readonly now: number
  readonly recorder: Recorder | null
  readonly recording: RecordingView
  readonly devices: RecordedDevices
  readonly finishing: boolean
  /** Why the end was not accepted yet; the request is repeated. */
  readonly failure: FailureWords | null
  /** Set when the recorder itself has stopped: only a reload helps. */
  readonly engineDied: string | null
  readonly onFinish: () => void
  readonly onFix: (code: Fixable) => void
  readonly onRead: (kind: DeviceKind) => void
}

/** The exam itself: the task, the time, and what is being recorded, all in sight without scrolling on a laptop. */
export function ExamRoom(props: ExamRoomProps) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [helping, setHelping] = useState(false)
  const { rows, standing } = props.conduct
  return (
    <div className={classes.room}>
      <header className={classes.bar}>
        <Mark />
        <h1 className={classes.title}>{props.title}</h1>
        <Countdown
          leftMs={props.leftMs}
          label={
            standing?.pause
              ? t('wall.exam.pause.clock')
              : props.leftMs > 0
                ? t('exam.run.timeLeft')
                : t('exam.run.timeOver')
          }
        />
        <div className={classes.buttons}>
          {standing ? <LeaveButton session={props.session} standing={standing} /> : null}
          <Button
            variant="default"
            leftSection={<IconHelp size={18} aria-hidden />}
            onClick={() => setHelping(true)}
          >
            {t('exam.run.help')}
          </Button>
          <Button leftSection={<IconFlag size={18} aria-hidden />} onClick={() => setAsking(true)}>
            {t('exam.run.finish')}
          </Button>
        </div>
      </header>
      <div className={classes.body}>
        <div className={classes.task}>
          <div className={classes.told}>
            {props.engineDied ? (
              <Notice
                tone="bad"
                live="alert"
                title={props.engineDied}
                action={<Button onClick={() => location.reload()}>{t('common.crashed.reload')}</Button>}
              />
            ) : null}
            <WarningsList warnings={props.recording.warnings} onFix={props.onFix} />
            <DeviceReplaced
              devices={props.devices}
              onAgain={() => props.onFix('camera_lost')}
              onRead={props.onRead}
            />
            <ProctorOrders session={props.session} rows={rows}>
              {standing ? (
                <ExamineeCall
                  session={props.session}
                  standing={standing}
                  caller={callerIn(rows)}
                  now={props.now}
                  recorder={props.recorder}
                />
              ) : null}
              {standing ? <AskedNow session={props.session} standing={standing} now={props.now} /> : null}
            </ProctorOrders>
          </div>
          <Card takesFocus title={t('exam.run.tasks')}>
            <TaskText text={props.instructions} />
          </Card>
        </div>
        <aside className={classes.side}>
          <RecordingPanel view={props.recording} />
          <ProctorChat session={props.session} rows={rows} standing={standing} />
        </aside>
      </div>
      <Dialog
        opened={asking}
        title={t('exam.finish.title')}
        confirm={t('exam.finish.confirm')}
        busy={props.finishing}
        onConfirm={props.onFinish}
        onClose={() => setAsking(false)}
      >
        <Rows>
          <p className={classes.text}>{t('exam.finish.text', { time: clock(props.leftMs) })}</p>
          {props.failure ? <FailureNotice failure={props.failure} /> : null}
        </Rows>
      </Dialog>
      <HelpDialog opened={helping} session={props.session} onClose={() => setHelping(false)} />
    </div>
  )
}

/** Who made the last call. */
const callerIn = (rows: OwnConduct['rows']): string =>
  rows.findLast(({ entry }) => entry.kind === 'call')?.name ?? ''
