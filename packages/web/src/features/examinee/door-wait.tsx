import type { DoorView } from '@ochno/contract/door'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../../ui/clock.ts'
import { Card, Columns, Rows } from '../../ui/page.tsx'
import { DoorCamera } from './door-camera.tsx'
import { DoorHelpers } from './door-helpers.tsx'
import classes from './door-steps.module.css'
import { useDoorFrames } from './use-door-frames.ts'

/** In the queue: the place, the time, and the same picture of oneself that the proctor sees. */
export function DoorWait({
  door,
  session,
  stream,
  nowMs,
  onTurnOn,
}: {
  door: DoorView
  session: string
  stream: MediaStream | null
  nowMs: number
  onTurnOn: () => void
}) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  useDoorFrames(session, video, stream !== null)
  return (
    <div className={classes.told}>
      <Columns>
        <Card takesFocus title={t('door.wait.title')}>
          <Rows>
            <p className={classes.place} role="status">
              {door.place === null
                ? t('door.wait.nobody')
                : door.place === 1
                  ? t('door.wait.first')
                  : t('door.wait.place', { place: door.place })}
            </p>
            {door.cameAt ? (
              <p className={classes.quiet}>
                {t('door.wait.since', { time: clock(Math.max(0, nowMs - Date.parse(door.cameAt))) })}
              </p>
            ) : null}
            <p>{t('door.wait.text')}</p>
            {door.proctors.length ? (
              <p className={classes.quiet}>{t('door.wait.proctors', { names: door.proctors.join(', ') })}</p>
            ) : null}
            <DoorHelpers helpers={door.helpers} />
          </Rows>
        </Card>
        <Card title={t('door.wait.seen')}>
          <DoorCamera stream={stream} video={video} over="nothing" mirrored onTurnOn={onTurnOn} />
        </Card>
      </Columns>
    </div>
  )
}
