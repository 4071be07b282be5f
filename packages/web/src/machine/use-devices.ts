import { useEffect, useState } from 'react'

/** Two names of Chromium for a device that is on the list already. */
const pseudo: readonly string[] = ['default', 'communications']

/** Devices of one kind, with names once the person has allowed any of them. */
export function useDevices(kind: 'videoinput' | 'audioinput', again: unknown): readonly MediaDeviceInfo[] {
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: names appear after a stream was given
  useEffect(() => {
    let gone = false
    const media = navigator.mediaDevices
    const look = () =>
      void media
        ?.enumerateDevices()
        .catch(() => [])
        .then((all) => {
          if (gone) return
          setDevices(
            all.filter(
              (one) => one.kind === kind && one.label && one.deviceId && !pseudo.includes(one.deviceId),
            ),
          )
        })
    look()
    media?.addEventListener?.('devicechange', look)
    return () => {
      gone = true
      media?.removeEventListener?.('devicechange', look)
    }
  }, [kind, again])
  return devices
}
