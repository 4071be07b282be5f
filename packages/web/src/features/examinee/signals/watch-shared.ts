import {
  isBlackScreen,
  isFrozenShare,
  lookAtScreen,
  lookForStill,
  neverStill,
  nothingShown,
} from '@ochno/domain/hint/screen-picture'

const EVERY_MS = 2_500
const [WIDTH, HEIGHT] = [48, 27]
/** Enough for one digit of the page's clock to change some pixel. */
const [FINE_WIDTH, FINE_HEIGHT] = [480, 270]

/** Small copies of the shared screen, looked at here and kept nowhere: a black one is no video of a screen, nor is one that stands still. */
export function watchShared(
  shared: () => MediaStream | null,
  /** The page is in front on the only monitor. */
  onIt: () => boolean,
): {
  readonly black: () => boolean
  readonly frozen: () => boolean
  readonly stop: () => void
} {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  const context = canvasFor(WIDTH, HEIGHT)
  const fine = canvasFor(FINE_WIDTH, FINE_HEIGHT)
  let seen = nothingShown
  let still = neverStill
  let acted = false
  let showing: MediaStreamTrack | null = null

  const look = () => {
    const track = shared()?.getVideoTracks()[0] ?? null
    if (track !== showing) {
      showing = track
      seen = nothingShown
      still = neverStill
      video.srcObject = track ? new MediaStream([track]) : null
      if (track) void video.play().catch(() => {})
    }
    // A hidden page is not given new pictures of it.
    const there = track?.readyState === 'live' && !track.muted && !document.hidden && video.readyState >= 2
    if (there) seen = lookAtScreen(seen, pixelsOf(context, video))
    still = lookForStill(still, there && onIt() ? pixelsOf(fine, video) : null, acted, performance.now())
    acted = false
  }
  const onAct = () => {
    acted = true
  }
  const stop = new AbortController()
  for (const name of ['keydown', 'pointerdown'])
    addEventListener(name, onAct, { signal: stop.signal, capture: true, passive: true })
  const timer = setInterval(look, EVERY_MS)
  return {
    black: () => isBlackScreen(seen),
    frozen: () => isFrozenShare(still),
    stop: () => {
      clearInterval(timer)
      stop.abort()
      video.srcObject = null
    },
  }
}

function canvasFor(width: number, height: number): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context) context.imageSmoothingQuality = 'medium'
  return context
}

function pixelsOf(context: CanvasRenderingContext2D | null, video: HTMLVideoElement) {
  if (!context) return null
  const { width, height } = context.canvas
  context.drawImage(video, 0, 0, width, height)
  return context.getImageData(0, 0, width, height).data
}
