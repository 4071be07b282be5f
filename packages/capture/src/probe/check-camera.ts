import type { Check } from './check.ts'

export type CameraFacts = {
  readonly label: string
  readonly width: number
  readonly height: number
  readonly frameRate: number
  readonly brightness: number
}

/** A picture must really come, and not be black: a covered lens delivers frames too. */
export async function checkCamera(
  stream: MediaStream,
  waitMs = 4_000,
): Promise<Check<'no_camera' | 'no_picture' | 'too_dark', CameraFacts>> {
  const track = stream.getVideoTracks()[0]
  if (track?.readyState !== 'live') return { ok: false, why: 'no_camera' }
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  try {
    const shown = await Promise.race([
      video.play().then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), waitMs)),
    ])
    if (!shown || video.videoWidth === 0) return { ok: false, why: 'no_picture' }
    const brightness = meanBrightness(video)
    if (brightness < 8) return { ok: false, why: 'too_dark' }
    const { width = 0, height = 0, frameRate = 0 } = track.getSettings()
    return { ok: true, facts: { label: track.label, width, height, frameRate, brightness } }
  } finally {
    video.srcObject = null
  }
}

function meanBrightness(video: HTMLVideoElement): number {
  const canvas = document.createElement('canvas')
  canvas.width = 32
  canvas.height = 24
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return 255
  context.drawImage(video, 0, 0, 32, 24)
  const { data } = context.getImageData(0, 0, 32, 24)
  let sum = 0
  for (let i = 0; i < data.length; i += 4)
    sum += ((data[i] ?? 0) + (data[i + 1] ?? 0) + (data[i + 2] ?? 0)) / 3
  return sum / (data.length / 4)
}
