// The measuring of one device at a time, for the check that may be made any day before an exam.
import { isVirtualCamera, virtualSigns } from '@ochno/domain/hint/devices'
import type { CameraFacts, Machine } from '@ochno/domain/equipment/facts'
import { type LightSample, sampleLight } from '@ochno/domain/equipment/light'
import { microphoneConstraints } from '../page/devices.ts'
import { choosePath } from './choose-path.ts'
import { isPhone, probeFeatures } from './features.ts'
import { browserOf, systemOf, type Told } from './user-agent.ts'

const MB = 1024 * 1024

type AgentData = {
  readonly brands?: Told['brands']
  readonly platform?: string
  readonly getHighEntropyValues?: (
    names: string[],
  ) => Promise<{ platformVersion?: string; fullVersionList?: Told['brands'] }>
}

/** What can be told of the machine without asking the person for anything. */
export async function measureMachine(): Promise<Machine> {
  const agent = (navigator as { userAgentData?: AgentData }).userAgentData
  const more = await agent?.getHighEntropyValues?.(['platformVersion', 'fullVersionList']).catch(() => null)
  const told: Told = {
    brands: more?.fullVersionList ?? agent?.brands ?? [],
    platform: agent?.platform || null,
    platformVersion: more?.platformVersion ?? null,
    userAgent: navigator.userAgent,
  }
  const path = choosePath(await probeFeatures(), true)
  const renderer = rendererName()
  const memory = (navigator as { deviceMemory?: number }).deviceMemory
  const extended = (globalThis.screen as Screen & { isExtended?: boolean }).isExtended
  return {
    mobile: isPhone(),
    os: systemOf(told),
    browser: browserOf(told),
    memoryGb: memory ?? null,
    cores: navigator.hardwareConcurrency || null,
    extended: extended ?? null,
    virtualGraphics: renderer === null ? null : virtualSigns({ renderer, screen: screenSize() }).plain,
    cannotRecord: 'unsupported' in path ? path.unsupported : null,
    storageMb: await storageMb(),
  }
}

const screenSize = () => ({
  width: screen.width,
  height: screen.height,
  pixelRatio: devicePixelRatio,
})

/** What the graphics and the screen say of a virtual machine, while an exam runs. */
export const measureVirtual = () => virtualSigns({ renderer: rendererName(), screen: screenSize() })

function rendererName(): string | null {
  const context = document.createElement('canvas').getContext('webgl')
  const names = context?.getExtension('WEBGL_debug_renderer_info')
  if (!context || !names) return null
  const name: unknown = context.getParameter(names.UNMASKED_RENDERER_WEBGL)
  return typeof name === 'string' ? name : null
}

async function storageMb(): Promise<number | null> {
  if (!navigator.storage?.estimate || !navigator.storage.getDirectory) return null
  try {
    await navigator.storage.getDirectory()
    const { quota = 0, usage = 0 } = await navigator.storage.estimate()
    return Math.max(0, Math.floor((quota - usage) / MB))
  } catch {
    return null
  }
}

type OneDevice =
  /** `gone`: the chosen one is not there any more, the usual one was opened in its place. */
  | { readonly ok: true; readonly stream: MediaStream; readonly gone: boolean }
  | {
      readonly ok: false
      readonly why: 'permission_denied' | 'none' | 'device_busy' | 'not_supported' | 'failed'
    }

/** One device alone: whoever checks a microphone is not asked for the camera. */
export async function askOne(kind: 'camera' | 'microphone', id: string | null): Promise<OneDevice> {
  const asked = await askExactly(kind, id)
  if (asked.ok || asked.why !== 'none' || id === null) return asked
  const usual = await askExactly(kind, null)
  return usual.ok ? { ...usual, gone: true } : usual
}

async function askExactly(kind: 'camera' | 'microphone', id: string | null): Promise<OneDevice> {
  if (!navigator.mediaDevices?.getUserMedia) return { ok: false, why: 'not_supported' }
  const chosen = id ? { deviceId: { exact: id } } : {}
  try {
    const stream = await navigator.mediaDevices.getUserMedia(
      kind === 'camera'
        ? { video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15 }, ...chosen } }
        : { audio: { ...microphoneConstraints, ...chosen } },
    )
    return { ok: true, stream, gone: false }
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') return { ok: false, why: 'permission_denied' }
    if (name === 'NotFoundError' || name === 'OverconstrainedError') return { ok: false, why: 'none' }
    return { ok: false, why: name === 'NotReadableError' || name === 'AbortError' ? 'device_busy' : 'failed' }
  }
}

const WIDE = 32
const HIGH = 24

/** Looks at the picture of a playing video; null while there is none. */
function lookAtLight(video: HTMLVideoElement): LightSample | null {
  if (video.videoWidth === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = WIDE
  canvas.height = HIGH
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.drawImage(video, 0, 0, WIDE, HIGH)
  return sampleLight(context.getImageData(0, 0, WIDE, HIGH).data, WIDE, HIGH)
}

/** Frames are counted, not believed: what a camera promises is not what arrives. */
export async function measureCamera(
  stream: MediaStream,
  onLight: (light: LightSample) => void,
  forMs = 5_000,
): Promise<CameraFacts | null> {
  const [track] = stream.getVideoTracks()
  if (track?.readyState !== 'live') return null
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  try {
    const plays = await Promise.race([
      video.play().then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), 5_000)),
    ])
    if (!plays) return null
    const began = { at: performance.now(), frames: framesOf(video) }
    let light: LightSample | null = null
    while (performance.now() - began.at < forMs) {
      await new Promise((resolve) => setTimeout(resolve, 500))
      light = lookAtLight(video) ?? light
      if (light) onLight(light)
    }
    const seconds = (performance.now() - began.at) / 1000
    if (!light || video.videoWidth === 0) return null
    return {
      width: video.videoWidth,
      height: video.videoHeight,
      // To half a frame: the first and the last one are counted or not by chance.
      fps: Math.round(((framesOf(video) - began.frames) / seconds) * 2) / 2,
      light,
      virtual: isVirtualCamera(track.label),
      blurred: isBlurred(track),
    }
  } finally {
    video.srcObject = null
  }
}

/** Chromium says of a camera whether the system blurs what is behind the person; TypeScript's DOM does not list it yet. */
export const isBlurred = (track: MediaStreamTrack): boolean | null =>
  (track.getSettings() as { backgroundBlur?: boolean }).backgroundBlur ?? null

const framesOf = (video: HTMLVideoElement): number => video.getVideoPlaybackQuality().totalVideoFrames

/** A tone of one second; false when this browser gives no sound engine. */
export async function playTone(): Promise<boolean> {
  const context = new AudioContext()
  const running = await Promise.race([
    context.resume().then(() => true),
    new Promise<false>((resolve) => setTimeout(() => resolve(false), 3_000)),
  ])
  if (running) {
    const tone = context.createOscillator()
    const volume = context.createGain()
    volume.gain.value = 0.2
    tone.frequency.value = 440
    tone.connect(volume).connect(context.destination)
    tone.start()
    tone.stop(context.currentTime + 1)
    await new Promise((resolve) => setTimeout(resolve, 1_100))
  }
  void context.close().catch(() => {})
  return running
}
