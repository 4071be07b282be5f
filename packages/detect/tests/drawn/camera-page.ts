// Put into a page before its own scripts: its camera is a canvas that plays scenes. The microphone, the permission, the recorder
// and everything after them are the browser's own; only the lens is drawn.
import { drawScene } from './draw-scene.ts'
import { type Scene, sitting } from './scene.ts'

export type DrawnCamera = {
  /** The next of the scenes, when whoever tells the story is ready for it. */
  next: () => void
  /** Unix milliseconds at which each scene began. */
  readonly began: number[]
}

const FRAME_MS = 125
const NOISES = 6

/** What a scene does not say is as in `sitting`. */
function drawnCamera(scenes: readonly Partial<Scene>[]): void {
  // Scripts of this kind also run in the empty page before the first one.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices) return
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  const began: number[] = []
  let shown = -1
  let frame = 0
  const next = () => {
    shown++
    began.push(performance.timeOrigin + performance.now())
  }
  const step = () => {
    frame++
    const sway = Math.sin(frame / 9) * 2
    drawScene(context, {
      ...sitting,
      x: sitting.x + sway,
      seed: 1 + (frame % NOISES),
      ...scenes[Math.min(shown, scenes.length - 1)],
    })
  }
  next()
  step()
  setInterval(step, FRAME_MS)
  const camera: DrawnCamera = { next, began }
  Object.assign(globalThis, { drawnCamera: camera })
  const ask = devices.getUserMedia.bind(devices)
  devices.getUserMedia = async (wish) => {
    const given = await ask(wish)
    if (!wish?.video) return given
    for (const track of given.getVideoTracks()) track.stop()
    return new MediaStream([...canvas.captureStream(15).getVideoTracks(), ...given.getAudioTracks()])
  }
}

drawnCamera((globalThis as unknown as { readonly drawnScenes: readonly Partial<Scene>[] }).drawnScenes)
