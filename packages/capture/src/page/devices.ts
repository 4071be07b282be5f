// Asking the browser for camera, microphone and screen, and naming why it said no.

export type DeviceRefusal =
  | 'permission_denied'
  | 'no_camera'
  | 'no_microphone'
  | 'device_busy'
  | 'not_supported'
  | 'not_monitor'
  | 'surface_unknown'
  | 'cancelled'
  | 'failed'

export type Gone = 'camera' | 'microphone'

export type Asked =
  /** `gone`: what was chosen and is not there any more; the usual one was opened in its place. */
  | { readonly ok: true; readonly stream: MediaStream; readonly gone?: readonly Gone[] }
  | { readonly ok: false; readonly why: DeviceRefusal }

export type CameraChoice = { readonly cameraId?: string; readonly microphoneId?: string }

/**
 * The microphone's gain must not change by itself (R1-4.1j, R3-4.2.2.2), and filters that remove noise also remove the
 * second voice in the room: all three are off.
 */
export const microphoneConstraints = {
  autoGainControl: false,
  echoCancellation: false,
  noiseSuppression: false,
} as const

/** What was chosen before may be unplugged today: what is still there of the choice is kept. */
export async function askCamera({ cameraId, microphoneId }: CameraChoice = {}): Promise<Asked> {
  const camera = cameraId ? { cameraId } : {}
  const microphone = microphoneId ? { microphoneId } : {}
  let asked = await askDevices({ ...camera, ...microphone })
  for (const [choice, gone] of [
    [microphone, cameraId ? ['camera'] : []],
    [camera, microphoneId ? ['microphone'] : []],
    [{}, cameraId && microphoneId ? ['camera', 'microphone'] : []],
  ] as const satisfies readonly (readonly [CameraChoice, readonly Gone[]])[]) {
    if (asked.ok || (asked.why !== 'no_camera' && asked.why !== 'no_microphone')) return asked
    if (gone.length === 0) continue
    asked = await askDevices(choice)
    if (asked.ok) return { ...asked, gone }
  }
  return asked
}

async function askDevices(choice: CameraChoice): Promise<Asked> {
  if (!navigator.mediaDevices?.getUserMedia) return { ok: false, why: 'not_supported' }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: {
        width: { ideal: 640 },
        height: { ideal: 480 },
        frameRate: { ideal: 15, max: 15 },
        ...(choice.cameraId ? { deviceId: { exact: choice.cameraId } } : {}),
      },
      audio: {
        ...microphoneConstraints,
        ...(choice.microphoneId ? { deviceId: { exact: choice.microphoneId } } : {}),
      },
    })
    return { ok: true, stream }
  } catch (error) {
    return { ok: false, why: await cameraRefusal(error) }
  }
}

async function cameraRefusal(error: unknown): Promise<DeviceRefusal> {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'permission_denied'
  if (name === 'NotReadableError' || name === 'AbortError') return 'device_busy'
  if (name !== 'NotFoundError' && name !== 'OverconstrainedError') return 'failed'
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  return devices.some((device) => device.kind === 'videoinput') ? 'no_microphone' : 'no_camera'
}

export type ScreenRules = {
  /** False only where the exam's policy allows a browser that can not tell what was shared (Firefox). */
  readonly requireMonitor: boolean
}

/** No browser lets a page insist on the whole screen: it is checked after the choice, and the person asked again. */
export async function askScreen(rules: ScreenRules): Promise<Asked> {
  if (!navigator.mediaDevices?.getDisplayMedia) return { ok: false, why: 'not_supported' }
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: {
        frameRate: { ideal: 5, max: 5 },
        width: { max: 1280 },
        height: { max: 720 },
        displaySurface: 'monitor',
      },
      audio: false,
      // Chromium's own hints; TypeScript's DOM does not list them yet.
      ...{
        monitorTypeSurfaces: 'include',
        selfBrowserSurface: 'exclude',
        surfaceSwitching: 'exclude',
        systemAudio: 'exclude',
      },
    })
    const why = wrongSurface(stream.getVideoTracks()[0]?.getSettings().displaySurface, rules)
    if (!why) return { ok: true, stream }
    for (const track of stream.getTracks()) track.stop()
    return { ok: false, why }
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    return {
      ok: false,
      why: name === 'NotAllowedError' ? 'cancelled' : name === 'NotReadableError' ? 'device_busy' : 'failed',
    }
  }
}

export function wrongSurface(
  surface: string | undefined,
  rules: ScreenRules,
): 'not_monitor' | 'surface_unknown' | null {
  if (!rules.requireMonitor || surface === 'monitor') return null
  return surface === undefined ? 'surface_unknown' : 'not_monitor'
}
