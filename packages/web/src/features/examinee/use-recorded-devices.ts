import type { RecorderState } from '@ochno/capture'
import { useEffect, useRef, useState } from 'react'
import { type DeviceKind, nameOf } from '../../machine/chosen-devices.ts'
import { keepRecorded, readOf, recordedBefore, recordedNow } from './recorded-devices.ts'

/** What records this exam, and what another came in the place of, also over a reload. */
export function useRecordedDevices(
  session: string,
  stream: MediaStream | null,
  state: Pick<RecorderState, 'camera' | 'microphone'>,
) {
  const [devices, setDevices] = useState(() => recordedBefore(session))
  const began = useRef(devices.now)
  const camera = state.camera === 'live' ? nameOf(stream, 'camera') : ''
  const microphone = state.microphone === 'live' ? nameOf(stream, 'microphone') : ''
  useEffect(() => setDevices((known) => recordedNow(known, { camera, microphone })), [camera, microphone])
  useEffect(() => keepRecorded(session, devices), [session, devices])
  return {
    devices,
    /** What this page came to: a reload in the middle brings what recorded before it. */
    began: began.current,
    read: (kind: DeviceKind) => setDevices((known) => readOf(known, kind)),
  }
}
