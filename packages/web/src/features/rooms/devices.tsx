import { Switch } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openCamera, openMicrophone } from '../../talk/devices.ts'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { VideoPreview } from '../../ui/video-preview.tsx'
import classes from './rooms.module.css'
import { loudness } from './speaking.ts'

export type Chosen = {
  readonly microphone: MediaStreamTrack | null
  readonly camera: MediaStreamTrack | null
}

/** The own picture and the own loudness, before anybody else sees or hears them. */
export function Devices({
  chosen,
  onChange,
}: {
  chosen: Chosen
  onChange: (change: (before: Chosen) => Chosen) => void
}) {
  const { t } = useTranslation()
  const [failed, setFailed] = useState<'noMicrophone' | 'noCamera' | null>(null)
  const stream = useMemo(() => (chosen.camera ? new MediaStream([chosen.camera]) : null), [chosen.camera])
  const here = useRef(true)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const level = useLevel(chosen.microphone)
  const toggle = async (kind: 'microphone' | 'camera', on: boolean) => {
    setFailed(null)
    if (!on) {
      chosen[kind]?.stop()
      return onChange((before) => ({ ...before, [kind]: null }))
    }
    const track = await (kind === 'camera' ? openCamera() : openMicrophone())
    // Whoever went on meanwhile leaves nothing switched on behind them.
    if (!here.current) return track?.stop()
    if (track)
      onChange((before) => {
        if (before[kind] !== track) before[kind]?.stop()
        return { ...before, [kind]: track }
      })
    else setFailed(kind === 'camera' ? 'noCamera' : 'noMicrophone')
  }
  return (
    <div className={classes.devices}>
      <VideoPreview
        stream={stream}
        label={t('rooms.door.preview')}
        none={t('rooms.door.cameraOff')}
        mirrored
      />
      <div className={classes.switches}>
        <Switch
          label={t('rooms.door.camera')}
          checked={chosen.camera !== null}
          onChange={(event) => void toggle('camera', event.currentTarget.checked)}
        />
        <Switch
          label={t('rooms.door.microphone')}
          checked={chosen.microphone !== null}
          onChange={(event) => void toggle('microphone', event.currentTarget.checked)}
        />
        {chosen.microphone ? <LevelMeter level={level} label={t('rooms.door.level')} /> : null}
        {failed ? <Notice tone="warn" live="alert" title={t(`rooms.door.${failed}`)} /> : null}
      </div>
    </div>
  )
}

function useLevel(microphone: MediaStreamTrack | null): number {
  const [level, setLevel] = useState(0)
  useEffect(() => {
    if (!microphone) return setLevel(0)
    const context = new AudioContext()
    const analyser = context.createAnalyser()
    context.createMediaStreamSource(new MediaStream([microphone])).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      // A voice at arm's length is about a tenth.
      setLevel(Math.min(1, loudness(samples) * 6))
    }, 100)
    return () => {
      clearInterval(timer)
      void context.close().catch(() => undefined)
    }
  }, [microphone])
  return level
}
