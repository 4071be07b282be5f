// Which camera and microphone were chosen on this machine. The browser's own ids of them stay in this browser; the server never hears them.
import type { CameraChoice } from '@ochno/capture'

export type DeviceKind = 'camera' | 'microphone'

const names = { camera: 'ochno.camera', microphone: 'ochno.microphone' } as const satisfies Record<
  DeviceKind,
  string
>

/** Empty: as the browser chooses. */
export function chosenDevice(kind: DeviceKind): string {
  try {
    return localStorage.getItem(names[kind]) ?? ''
  } catch {
    return ''
  }
}

export function chooseDevice(kind: DeviceKind, id: string): void {
  try {
    if (id) localStorage.setItem(names[kind], id)
    else localStorage.removeItem(names[kind])
  } catch {
    // A browser that keeps nothing asks again the next time.
  }
}

export function chosenDevices(): CameraChoice {
  const [cameraId, microphoneId] = [chosenDevice('camera'), chosenDevice('microphone')]
  return { ...(cameraId ? { cameraId } : {}), ...(microphoneId ? { microphoneId } : {}) }
}

/** What the device that is open calls itself. */
export const nameOf = (stream: MediaStream | null, kind: DeviceKind): string =>
  (kind === 'camera' ? stream?.getVideoTracks() : stream?.getAudioTracks())?.[0]?.label ?? ''
