// Which camera, microphone and monitor this exam began with, and what came in their place.
import { changesOf, type DeviceChanges, type Devices } from '@ochno/domain/hint/devices'

/** How long a change counts as seen, so that it is an interval somebody can look at. */
const SEEN_MS = 2_000
const EVERY_MS = 2_000

type Watched = {
  /** Before the page was loaded again. */
  readonly began: { readonly camera?: string; readonly microphone?: string }
  readonly camera: () => string | null
  readonly microphone: () => string | null
  readonly onChanged: (changed: DeviceChanges | null) => void
}

export function watchDevices({ began, camera, microphone, onChanged }: Watched): () => void {
  let before: Devices | null = null
  let until = 0
  let over = false

  const look = async () => {
    const cameras = await labelsOfCameras()
    if (over) return
    const known = before ?? { camera: began.camera ?? null, microphone: began.microphone ?? null }
    const now: Devices = {
      // A device that is off for a moment comes back as what it was.
      camera: camera() ?? known.camera,
      microphone: microphone() ?? known.microphone,
      cameras,
      screen: { width: screen.width, height: screen.height, pixelRatio: devicePixelRatio },
    }
    const changed = changesOf({ ...now, ...known }, now)
    before = now
    if (Object.keys(changed).length > 0) {
      until = performance.now() + SEEN_MS
      onChanged(changed)
    } else if (until > 0 && performance.now() >= until) {
      until = 0
      onChanged(null)
    }
  }
  const onChange = () => void look()
  const { mediaDevices } = navigator
  mediaDevices.addEventListener('devicechange', onChange)
  const timer = setInterval(onChange, EVERY_MS)
  onChange()
  return () => {
    over = true
    clearInterval(timer)
    mediaDevices.removeEventListener('devicechange', onChange)
  }
}

async function labelsOfCameras(): Promise<readonly string[]> {
  const all = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  return all.flatMap(({ kind, label }) => (kind === 'videoinput' && label ? [label] : []))
}
