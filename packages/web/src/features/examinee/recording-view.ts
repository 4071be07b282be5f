import type { WarningCode as CaptureWarning } from '@ochno/capture/protocol'
import type { Loudness } from '../../ui/loudness.ts'

// What the exam page shows of the recorder, in its own words; exam-page.tsx translates from @ochno/capture.

export type DeviceView = 'on' | 'lost' | 'off' | 'starting'

export type LinkView = {
  readonly is: 'online' | 'sending' | 'offline' | 'connecting' | 'slow' | 'here'
  readonly waitingS: number
}

/** What the recorder says, and what the page itself sees of the devices. */
export type WarningCode =
  | CaptureWarning
  | 'camera_lost'
  | 'microphone_lost'
  | 'screen_ended'
  | 'screen_not_whole'

export type WarningView = {
  readonly code: WarningCode | 'other'
  /** The recorder's own name of it, for support. */
  readonly raw: string
  /** For a disk that is filling: minutes of recording that still fit. */
  readonly minutes?: number
}

export type RecordingView = {
  readonly camera: DeviceView
  readonly microphone: DeviceView
  readonly screen: DeviceView
  readonly level: Loudness
  readonly preview: MediaStream | null
  readonly link: LinkView
  readonly warnings: readonly WarningView[]
  /** How much of what watches has come, 0…1; null once it is there, or where nothing watches. */
  readonly getsReady?: number | null
}

export const isWhole = (view: RecordingView): boolean =>
  view.camera === 'on' && view.microphone === 'on' && view.screen === 'on'

export const isStarting = (view: RecordingView): boolean =>
  [view.camera, view.microphone, view.screen].includes('starting')
