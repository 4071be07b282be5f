import { isBlackScreen, lookAtScreen, nothingShown } from '@ochno/domain/hint/screen-picture'

const EVERY_MS = 2_500
const [WIDTH, HEIGHT] = [48, 27]

/** Small copies of the shared screen, looked at here and kept nowhere: a black one is no video of a screen. */
export function watchShared(shared: () => MediaStream | null): {
  readonly black: () => boolean
  readonly stop: () => void
} {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let seen = nothingShown
  let showing: MediaStreamTrack | null = null

  const look = () => {
    const track = shared()?.getVideoTracks()[0] ?? null
    if (track !== showing) {
      showing = track
      seen = nothingShown
      video.srcObject = track ? new MediaStream([track]) : null
      if (track) void video.play().catch(() => {})
    }
    // A hidden page is not given new pictures of it.
    const there = track?.readyState === 'live' && !track.muted && !document.hidden && video.readyState >= 2
    if (!there || !context) return
    context.drawImage(video, 0, 0, WIDTH, HEIGHT)
    seen = lookAtScreen(seen, context.getImageData(0, 0, WIDTH, HEIGHT).data)
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    black: () => isBlackScreen(seen),
    stop: () => {
      clearInterval(timer)
      video.srcObject = null
    },
  }
}
