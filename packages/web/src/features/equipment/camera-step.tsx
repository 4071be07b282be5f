import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { askOne, measureCamera } from '@ochno/capture'
import { coachSeat, learnPosture } from '@ochno/detect'
import { lightFault, type LightSample } from '@ochno/domain/equipment/light'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseDevice, chosenDevice, nameOf } from '../../machine/chosen-devices.ts'
import { DeviceGone } from '../../machine/device-gone.tsx'
import { useDevices } from '../../machine/use-devices.ts'
import { Notice } from '../../ui/notice.tsx'
import { Bar } from '../../ui/page.tsx'
import { SeatCoach } from '../../ui/seat-coach.tsx'
import { VideoPreview } from '../../ui/video-preview.tsx'
import classes from './equipment.module.css'
import { RunButton } from './run-button.tsx'
import { StepCard, type StepProps } from './step-card.tsx'
import { wasMade } from './steps.ts'
import type { Equipment } from './use-equipment.ts'

type Told = 'denied' | 'busy' | 'failed'

/** Five seconds of the picture, with a live word about the light; several cameras one after another. */
export function CameraStep({ check, extra, measured }: StepProps & Pick<Equipment, 'measured'>) {
  const { t } = useTranslation()
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState<Told | null>(null)
  const [light, setLight] = useState<LightSample | null>(null)
  const [device, setDevice] = useState(() => chosenDevice('camera'))
  /** The chosen one is not connected: what was opened in its place. */
  const [instead, setInstead] = useState<string | null>(null)
  const [adds, setAdds] = useState(false)
  const devices = useDevices('videoinput', stream)
  const open = useRef<MediaStream | null>(null)
  const stop = () => {
    for (const track of open.current?.getTracks() ?? []) track.stop()
    open.current = null
    setStream(null)
    setLight(null)
  }
  useEffect(
    () => () => {
      for (const track of open.current?.getTracks() ?? []) track.stop()
    },
    [],
  )

  const run = async () => {
    stop()
    setTold(null)
    setInstead(null)
    setBusy(true)
    const asked = await askOne('camera', device || null)
    if (!asked.ok) {
      setBusy(false)
      if (asked.why === 'none' || asked.why === 'not_supported') return measured({ cameras: [] })
      return setTold(
        asked.why === 'permission_denied' ? 'denied' : asked.why === 'device_busy' ? 'busy' : 'failed',
      )
    }
    setInstead(asked.gone ? nameOf(asked.stream, 'camera') : null)
    open.current = asked.stream
    setStream(asked.stream)
    const facts = await measureCamera(asked.stream, setLight)
    // After the frames were counted: looking takes a part of the processor.
    const posture = facts ? await learnPosture(asked.stream) : null
    setBusy(false)
    if (!facts) return setTold('busy')
    const before = adds ? (check?.facts.cameras ?? []) : []
    await measured({ cameras: [...before.slice(0, 7), { ...facts, posture }] })
  }

  const fault = light && lightFault(light)
  return (
    <StepCard step="camera" check={check} extra={extra}>
      {stream ? (
        <div className={classes.preview}>
          <VideoPreview
            stream={stream}
            label={t('equipment.camera.preview')}
            none={t('equipment.camera.none')}
            mirrored
          />
        </div>
      ) : null}
      <p role="status" className={classes.say}>
        {light ? t(`equipment.light.${fault ?? 'fine'}`) : ''}
      </p>
      {/* After the frames were counted: looking takes a part of the processor. */}
      {stream ? <SeatCoach stream={busy ? null : stream} coach={coachSeat} /> : null}
      {instead === null ? null : <DeviceGone kind="camera" name={instead} />}
      {told ? <Notice tone="warn" live="alert" title={t(`equipment.camera.${told}`)} /> : null}
      {devices.length > 1 || (device && devices.length > 0) ? (
        <NativeSelect
          label={t('equipment.camera.which')}
          value={devices.some(({ deviceId }) => deviceId === device) ? device : ''}
          onChange={(event) => {
            setDevice(event.currentTarget.value)
            chooseDevice('camera', event.currentTarget.value)
          }}
          data={[
            { value: '', label: t('equipment.camera.usual') },
            ...devices.map(({ deviceId, label }) => ({ value: deviceId, label })),
          ]}
        />
      ) : null}
      {devices.length > 1 && check?.facts.cameras?.length ? (
        <Checkbox
          label={t('equipment.camera.add')}
          description={t('equipment.camera.number', { count: check.facts.cameras.length })}
          checked={adds}
          onChange={(event) => setAdds(event.currentTarget.checked)}
        />
      ) : null}
      <Bar>
        <RunButton step="camera" made={wasMade(check, 'camera')} busy={busy} onRun={() => void run()} />
        {stream && !busy ? (
          <Button variant="subtle" onClick={stop}>
            {t('equipment.camera.stop')}
          </Button>
        ) : null}
      </Bar>
    </StepCard>
  )
}
