// What the page and the watching worker say to each other. Frames come on a port of their own, straight from the recorder.
import type { SeatSeen } from '@ochno/domain/equipment/seat'
import type { Signal } from '@ochno/domain/hint/signal'
import type { Mode } from './schedule.ts'
import type { UsualPosture } from './sense/baseline.ts'
import type { CameraFacts } from './sense/picture-sense.ts'
import type { Voice } from './sense/voice-sense.ts'

export type ToEyes =
  /** `origin`: the page's `performance.timeOrigin`; moments are given on the page's clock. */
  | {
      readonly t: 'start'
      readonly mode: Mode
      readonly frames: MessagePort
      readonly origin: number
      readonly listen: boolean
      /** How this person sat at the equipment check. */
      readonly checked: UsualPosture | null
      /** Postures are told, for such a check. */
      readonly learns: boolean
      /** How one sits is told, for advice before the exam; nothing but the face is looked for. */
      readonly coaches: boolean
    }
  | { readonly t: 'mode'; readonly mode: Mode }
  | { readonly t: 'camera'; readonly camera: CameraFacts }
  | { readonly t: 'stop' }

export type Effort = {
  /** Part of one core since the last word. */
  readonly share: number
  /** How much longer than planned the pauses are. */
  readonly stretch: number
}

export type FromEyes =
  | { readonly t: 'loading'; readonly part: number }
  /** `things` false: faces are watched, telephones are not. */
  | { readonly t: 'watching'; readonly things: boolean }
  | { readonly t: 'cannot'; readonly why: string }
  | { readonly t: 'posture'; readonly posture: UsualPosture }
  | { readonly t: 'seat'; readonly seen: SeatSeen }
  | { readonly t: 'signals'; readonly signals: readonly Signal[] }
  /** Null: somebody speaks, and it can not be said whether the examinee's lips move. */
  /** `heldMs`: for how long it has been so. */
  | { readonly t: 'voice'; readonly voice: Voice | null; readonly heldMs: number }
  | { readonly t: 'effort'; readonly effort: Effort }
