import { Button } from '@mantine/core'
import { documentFrame } from '@ochno/domain/identity/mask'
import { IconVideo, IconVideoOff } from '@tabler/icons-react'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { onlyPicture } from '../../ui/only-picture.ts'
import classes from './door-steps.module.css'

const percent = (share: number) => `${share / 10}%`

/** The live camera with what is expected drawn over it: a frame for a document, an oval for a face. */
export function DoorCamera({
  stream,
  video,
  over,
  mirrored = false,
  onTurnOn,
  onReady,
}: {
  stream: MediaStream | null
  video: RefObject<HTMLVideoElement | null>
  over: 'document' | 'face' | 'nothing'
  mirrored?: boolean
  onTurnOn: () => void
  /** There is a picture to take, or there is none any more. */
  onReady?: (ready: boolean) => void
}) {
  const { t } = useTranslation()
  useEffect(() => {
    if (video.current) video.current.srcObject = onlyPicture(stream)
  }, [stream, video])
  return (
    <div className={classes.camera}>
      <video
        ref={video}
        className={classes.video}
        data-mirrored={mirrored || undefined}
        hidden={!stream}
        aria-label={t('door.camera.preview')}
        autoPlay
        muted
        playsInline
        onLoadedData={() => onReady?.(true)}
        onEmptied={() => onReady?.(false)}
      />
      {stream && over === 'document' ? (
        <div
          aria-hidden
          className={classes.frame}
          style={{
            left: percent(documentFrame.x),
            top: percent(documentFrame.y),
            width: percent(documentFrame.w),
            height: percent(documentFrame.h),
          }}
        />
      ) : null}
      {stream && over === 'face' ? <div aria-hidden className={classes.oval} /> : null}
      {stream ? null : (
        <div className={classes.off}>
          <IconVideoOff size={28} stroke={1.6} aria-hidden />
          <span>{t('door.camera.off')}</span>
          <Button variant="white" leftSection={<IconVideo size={18} aria-hidden />} onClick={onTurnOn}>
            {t('door.camera.on')}
          </Button>
        </div>
      )}
    </div>
  )
}
