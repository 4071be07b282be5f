// What the sensors measured at one moment. A sensor repeats itself: silence is blindness, never a violation.
import type { DeviceChanges } from './devices.ts'

/** Milliseconds on the clock of the recording, whole numbers. */
export type Moment = number

export type FaceSignal = {
  readonly on: 'face'
  readonly count: number
  /** Share of the frame that the examinee's face takes; null where nobody could measure it. */
  readonly share: number | null
  /** Degrees from the posture of the equipment check. */
  readonly yaw: number | null
  /** Above zero: bent down. */
  readonly pitch: number | null
  readonly gaze: 'screen' | 'workplace' | 'elsewhere' | null
  readonly eyesCovered: boolean | null
}

/** Confidence from 0 to 1 that the thing is in the frame; null where it was not looked for. */
export type ObjectsSignal = {
  readonly on: 'objects'
  readonly persons: number | null
  readonly phone: number | null
  readonly book: number | null
  readonly headphones: number | null
}

export type PictureSignal = {
  readonly on: 'picture'
  readonly track: 'live' | 'muted' | 'ended'
  readonly cover: 'none' | 'part' | 'whole'
  readonly dark: boolean
  readonly frozen: boolean
  readonly backlight: boolean
  readonly uneven: boolean
  readonly lightMoved: boolean
  readonly quality: 'good' | 'poor_network' | 'poor_without_cause'
  readonly virtualCamera: boolean
}

export type SoundHeld = {
  readonly silence: number
  readonly level: number
  readonly gain: number
  readonly voice: number
}

export type SoundSignal = {
  readonly on: 'sound'
  readonly track: 'live' | 'muted' | 'ended'
  readonly digitalSilence: boolean
  readonly level: 'low' | 'usual' | 'noisy'
  /** 0…1: how loud it is now, where it is measured. */
  readonly loudness?: number
  readonly gainChanged: boolean
  /** Null where nobody listens for voices. */
  readonly voice: 'none' | 'examinee' | 'lips_still' | null
  /** Milliseconds for which each was so already when it was first said. */
  readonly heldMs?: Partial<SoundHeld>
  readonly speakers: number | null
  readonly questionShown: boolean
}

export type ScreenSignal = {
  readonly on: 'screen'
  readonly shared: 'monitor' | 'window' | 'tab' | 'none'
  readonly black: boolean
  /** It stands still while the examinee works in the page that is on it. */
  readonly frozen?: boolean
  /** Null where the browser does not tell. */
  readonly extended: boolean | null
  readonly focused: boolean
  readonly fullscreen: boolean
}

export type BrowserSignal = {
  readonly on: 'browser'
  readonly translator: boolean
  readonly virtualMachine: boolean
  readonly screenshotKey: boolean
  /** What took the task away, where it was more than a key. */
  readonly took?: 'copy' | 'print'
  readonly otherSession: boolean
  /** Signs of a virtual machine that many honest computers have as well. */
  readonly virtualWeak?: boolean
  /** What was plugged in the place of another just now. */
  readonly changed?: DeviceChanges
}

export type LinkSignal = {
  readonly on: 'link'
  readonly online: boolean
  readonly recording: boolean
  readonly joined: boolean
}

/** The sensor says itself that it can not see: no model, a busy processor, a picture too poor to judge. */
export type BlindSignal = { readonly on: 'blind'; readonly sensor: Sensor; readonly why: BlindReason }
export type BlindReason = 'no_model' | 'too_slow' | 'poor_picture' | 'switched_off'

export type Measured =
  | FaceSignal
  | ObjectsSignal
  | PictureSignal
  | SoundSignal
  | ScreenSignal
  | BrowserSignal
  | LinkSignal

export type Sensor = Measured['on']
/** Numbered by its sensor, so that a second delivery changes nothing. */
export type Signal = { readonly no: number; readonly at: Moment } & (Measured | BlindSignal)

export const sensorOf = (signal: Signal): Sensor => (signal.on === 'blind' ? signal.sensor : signal.on)
