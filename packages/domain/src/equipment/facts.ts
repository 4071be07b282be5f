// What a page measured. A part that was not checked is absent; null inside a part: this browser does not say.
import type { LightSample } from './light.ts'

export type Machine = {
  readonly mobile: boolean | null
  readonly os: { readonly windows: boolean; readonly nt: number | null } | null
  readonly browser: { readonly brand: string; readonly major: number } | null
  /** `navigator.deviceMemory`, in GB: a power of two, capped. */
  readonly memoryGb: number | null
  readonly cores: number | null
  readonly extended: boolean | null
  /** The graphics card is that of a virtual machine. */
  readonly virtualGraphics: boolean | null
  /** Null: this browser can record; otherwise why not. */
  readonly cannotRecord: string | null
  /** What the browser promises for recordings that wait; no promise about the disk. */
  readonly storageMb: number | null
}

export type CameraFacts = {
  readonly width: number
  readonly height: number
  /** Frames that came in the measured seconds. */
  readonly fps: number
  readonly light: LightSample
  /** Its name is that of a program. */
  readonly virtual: boolean
  /** Where head and irises stood while the person looked at the screen; null: no face was followed. */
  readonly posture?: { readonly yaw: number; readonly pitch: number; readonly across: number } | null
  /** The browser blurs the background itself; absent or null: it does not say. */
  readonly blurred?: boolean | null
}

export type Facts = {
  readonly machine?: Machine
  /** Every camera that was measured; none when no camera was found. */
  readonly cameras?: readonly CameraFacts[]
  /** Peaks 0…1 of speech and of silence; null when no microphone was found. */
  readonly microphone?: {
    readonly speech: number
    readonly silence: number
    /** What the track itself says of automatic gain. */
    readonly autoGain: boolean | null
  } | null
  readonly toneHeard?: boolean
  readonly network?: {
    readonly downMbps: number
    readonly upMbps: number
    readonly rttMs: number
    readonly jitterMs: number
    /** Share of the requests that nobody answered in time, 0…1. */
    readonly lost: number
  }
  readonly share?: 'monitor' | 'window' | 'unknown' | 'refused'
}
