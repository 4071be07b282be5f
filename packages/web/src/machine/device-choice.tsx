import { Button, NativeSelect } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { chooseDevice, chosenDevice, type DeviceKind, nameOf } from './chosen-devices.ts'
import classes from './machine.module.css'
import { useDevices } from './use-devices.ts'

const kinds = { camera: 'videoinput', microphone: 'audioinput' } as const

type Props = {
  readonly kind: DeviceKind
  readonly stream: MediaStream | null
  readonly busy: boolean
  /** It was chosen and stands in this browser's memory. */
  readonly onUse: () => void
}

/** Whoever has several cameras or microphones says which: nothing is opened before the button, as arrows go through a list one by one. */
export function DeviceChoice({ kind, stream, busy, onUse }: Props) {
  const { t } = useTranslation()
  const devices = useDevices(kinds[kind], stream)
  const [kept, setKept] = useState(() => chosenDevice(kind))
  const [wanted, setWanted] = useState(kept)
  const list = useRef<HTMLSelectElement>(null)
  // One that is gone is no choice any more, but the way back to the usual one stays.
  const shown = devices.some(({ deviceId }) => deviceId === wanted) ? wanted : ''
  if (devices.length < 2 && !(kept && devices.length > 0)) return null
  const name = nameOf(stream, kind)
  const use = () => {
    chooseDevice(kind, shown)
    setKept(shown)
    setWanted(shown)
    // The button goes with its press: whoever uses keys stays at the list.
    list.current?.focus()
    onUse()
  }
  return (
    <div className={classes.choice}>
      <NativeSelect
        ref={list}
        className={classes.which}
        label={t(`equipment.${kind}.which`)}
        description={name ? t(`equipment.${kind}.now`, { name }) : null}
        value={shown}
        onChange={(event) => setWanted(event.currentTarget.value)}
        data={[
          { value: '', label: t('equipment.camera.usual') },
          ...devices.map(({ deviceId, label }) => ({ value: deviceId, label })),
        ]}
      />
      {shown === kept ? null : (
        <Button variant="default" disabled={busy} onClick={use}>
          {t(`equipment.${kind}.use`)}
        </Button>
      )}
    </div>
  )
}
