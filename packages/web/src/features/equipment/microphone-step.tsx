import { NativeSelect } from '@mantine/core'
import { askOne } from '@ochno/capture'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseDevice, chosenDevice, nameOf } from '../../machine/chosen-devices.ts'
import { DeviceGone } from '../../machine/device-gone.tsx'
import { listen } from '../../machine/listen.ts'
import { useDevices } from '../../machine/use-devices.ts'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar } from '../../ui/page.tsx'
import classes from './equipment.module.css'
import { RunButton } from './run-button.tsx'
import { StepCard, type StepProps } from './step-card.tsx'
import { wasMade } from './steps.ts'
import type { Equipment } from './use-equipment.ts'

/** Silence first, then speech, without automatic gain: the difference is what a listener will hear. */
export function MicrophoneStep({ check, extra, measured }: StepProps & Pick<Equipment, 'measured'>) {
  const { t } = useTranslation()
  const [phase, setPhase] = useState<'silence' | 'speech' | null>(null)
  const [busy, setBusy] = useState(false)
  const [level, setLevel] = useState(0)
  const [told, setTold] = useState<'denied' | 'busy' | 'failed' | null>(null)
  const [device, setDevice] = useState(() => chosenDevice('microphone'))
  /** The chosen one is not connected: what was opened in its place. */
  const [instead, setInstead] = useState<string | null>(null)
  const devices = useDevices('audioinput', busy)
  const open = useRef<MediaStream | null>(null)
  const close = () => {
    for (const track of open.current?.getTracks() ?? []) track.stop()
    open.current = null
  }
  useEffect(
    () => () => {
      for (const track of open.current?.getTracks() ?? []) track.stop()
    },
    [],
  )

  const run = async () => {
    close()
    setTold(null)
    setInstead(null)
    setBusy(true)
    const asked = await askOne('microphone', device || null)
    if (!asked.ok) {
      setBusy(false)
      if (asked.why === 'none' || asked.why === 'not_supported') return measured({ microphone: null })
      return setTold(
        asked.why === 'permission_denied' ? 'denied' : asked.why === 'device_busy' ? 'busy' : 'failed',
      )
    }
    setInstead(asked.gone ? nameOf(asked.stream, 'microphone') : null)
    open.current = asked.stream
    const heard = await listen(asked.stream, setPhase, setLevel)
    close()
    setPhase(null)
    setLevel(0)
    setBusy(false)
    if (heard) await measured({ microphone: heard })
    else setTold('failed')
  }

  return (
    <StepCard step="microphone" check={check} extra={extra}>
      <p role="status" className={classes.say}>
        {phase ? t(`equipment.microphone.${phase}`) : ''}
      </p>
      {busy ? <LevelMeter level={level} label={t('equipment.microphone.level')} /> : null}
      {instead === null ? null : <DeviceGone kind="microphone" name={instead} />}
      {told ? <Notice tone="warn" live="alert" title={t(`equipment.microphone.${told}`)} /> : null}
      {devices.length > 1 || (device && devices.length > 0) ? (
        <NativeSelect
          label={t('equipment.microphone.which')}
          value={devices.some(({ deviceId }) => deviceId === device) ? device : ''}
          onChange={(event) => {
            setDevice(event.currentTarget.value)
            chooseDevice('microphone', event.currentTarget.value)
          }}
          data={[
            { value: '', label: t('equipment.camera.usual') },
            ...devices.map(({ deviceId, label }) => ({ value: deviceId, label })),
          ]}
        />
      ) : null}
      <Bar>
        <RunButton
          step="microphone"
          made={wasMade(check, 'microphone')}
          busy={busy}
          onRun={() => void run()}
        />
      </Bar>
    </StepCard>
  )
}
