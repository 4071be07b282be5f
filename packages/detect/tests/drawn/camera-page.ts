// Put into a page before its own scripts: its camera is a canvas that plays scenes. The microphone, the permission, the recorder
// and everything after them are the browser's own; only the lens is drawn.
import { drawScene } from './draw-scene.ts'
import { type Scene, sitting } from './scene.ts'

/** What changes at this second of the play; what is not said is as in `sitting`. */
export type Part = { readonly seconds: number; readonly scene: Partial<Scene> }
export type DrawnCamera = {
  /** Begins the play. */
  play: () => void
  /** Unix milliseconds at which each part began. */
  readonly began: number[]
}

const FRAME_MS = 125
const NOISES = 6

export function drawnCamera(parts: readonly Part[]): void {
  // Scripts of this kind also run in the empty page before the first one.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) return
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  const began: number[] = []
  let playing = false
  let part = -1
  let until = Number.POSITIVE_INFINITY
  let frame = 0
  const step = () => {
    const now = performance.timeOrigin + performance.now()
    if (playing && part < parts.length - 1 && (part < 0 || now >= until)) {
      part++
      began.push(now)
      until = now + (parts[part]?.seconds ?? 0) * 1_000
    }
    frame++
    const sway = Math.sin(frame / 9) * 2
    const scene = parts[part]?.scene ?? {}
    drawScene(context, { ...sitting, x: sitting.x + sway, seed: 1 + (frame % NOISES), ...scene })
  }
  step()
  setInterval(step, FRAME_MS)
  const camera: DrawnCamera = {
    play: () => {
      playing = true
    },
    began,
  }
  Object.assign(globalThis, { drawnCamera: camera })
  const ask = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (wish) => {
    const given = await ask(wish)
    if (!wish?.video) return given
    for (const track of given.getVideoTracks()) track.stop()
    return new MediaStream([...canvas.captureStream(15).getVideoTracks(), ...given.getAudioTracks()])
  }
}
