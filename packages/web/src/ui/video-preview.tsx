import { IconVideoOff } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { onlyPicture } from './only-picture.ts'
import classes from './video-preview.module.css'

/** A live stream of one's own device. Keeps its shape when there is no picture. */
export function VideoPreview({
  stream,
  label,
  none,
  mirrored,
}: {
  stream: MediaStream | null
  label: string
  none: string
  mirrored?: boolean
}) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current) video.current.srcObject = onlyPicture(stream)
  }, [stream])
  return (
    <div className={classes.frame}>
      <video
        ref={video}
        className={classes.video}
        data-mirrored={mirrored || undefined}
        hidden={!stream}
        aria-label={label}
        autoPlay
        muted
        playsInline
      />
      {stream ? null : (
        <div className={classes.none}>
          <IconVideoOff size={28} stroke={1.6} aria-hidden />
          <span>{none}</span>
        </div>
      )}
    </div>
  )
}
