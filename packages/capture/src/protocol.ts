// What the page and the recording worker say to each other.
import type { TrackId } from '@ochno/domain/recording/track'
import type { SignedReceipt } from '@ochno/evidence/receipt'
import type { FormatName } from './worker/formats.ts'

/** `call`: the picture of whoever calls the examinee, while it is shown. */
export type MediaTrack = 'cam' | 'screen' | 'call'
/** What the examinee's own devices give. */
export type OwnTrack = Exclude<MediaTrack, 'call'>
export type DeviceKind = 'video' | 'audio'

export type StartConfig = {
  readonly baseUrl: string
  readonly sessionId: string
  readonly format: FormatName
  readonly tracks: readonly MediaTrack[]
}

export type ToWorker =
  | { readonly t: 'start'; readonly config: StartConfig }
  /** Chromium: the browser's own stream of frames, given over so that the page's thread is no longer needed. */
  | {
      readonly t: 'stream'
      readonly track: MediaTrack
      readonly kind: 'video'
      readonly stream: ReadableStream<VideoFrame>
    }
  | {
      readonly t: 'stream'
      readonly track: MediaTrack
      readonly kind: 'audio'
      readonly stream: ReadableStream<AudioData>
    }
  /** Firefox: the page grabs frames on our tick, sound comes from an audio worklet. */
  | { readonly t: 'expect'; readonly track: MediaTrack; readonly kind: DeviceKind }
  | { readonly t: 'frame'; readonly track: MediaTrack; readonly frame: VideoFrame }
  | { readonly t: 'sound_port'; readonly track: MediaTrack; readonly port: MessagePort }
  /** Last resort: MediaRecorder's own file, cut into fragments here. */
  | {
      readonly t: 'chunk'
      readonly track: MediaTrack
      readonly container: 'webm' | 'mp4'
      readonly format: FormatName
      readonly first: boolean
      readonly bytes: Uint8Array
      readonly flags: number
    }
  | { readonly t: 'gone'; readonly track: MediaTrack; readonly kind: DeviceKind }
  /** The camera's next frame goes to this port whenever it asks, and its sound once it asks. */
  | { readonly t: 'tap'; readonly port: MessagePort }
  /** Somebody talks with the examinee: this voice goes into the microphone's sound until it ends. */
  | { readonly t: 'voice'; readonly stream: ReadableStream<AudioData> }
  | { readonly t: 'voice_port'; readonly port: MessagePort }
  | { readonly t: 'voice_end' }
  | { readonly t: 'event'; readonly body: { readonly type: string } & Record<string, unknown> }
  | { readonly t: 'online' }
  | { readonly t: 'finish' }
  | { readonly t: 'close' }

export const warningCodes = [
  'camera_silent',
  'microphone_silent',
  'screen_silent',
  'encoder_failed',
  'storage_low',
  'storage_full',
  'storage_missing',
  'storage_lost',
  'outbox_plain',
  'receipt_invalid',
  'receipt_mismatch',
  'server_lost_records',
  'signed_out',
  'lease_taken',
  'slow_network',
  'audio_unavailable',
] as const
/** Codes only: the words for people live in the web application. */
export type WarningCode = (typeof warningCodes)[number]

export type EndReason = 'second_tab' | 'no_session' | 'closed' | 'crypto_unsupported' | 'worker_died'

export type TrackHealth = {
  readonly video: boolean
  readonly audio: boolean
  readonly frames: number
  readonly dropped: number
  readonly fragments: number
  readonly recordedBytes: number
  readonly epoch: number
}

export type EngineState = {
  readonly phase: 'starting' | 'recording' | 'finishing' | 'finished' | 'failed'
  readonly reason: EndReason | null
  readonly lane: 'ws' | 'http' | null
  readonly backlog: { readonly records: number; readonly bytes: number; readonly seconds: number }
  readonly storage: { readonly usedBytes: number; readonly quotaBytes: number } | null
  readonly lastReceiptMs: number | null
  readonly level: number
  readonly fragmentsViaParts: number
  readonly fragmentsWhole: number
  readonly tracks: { readonly [track in OwnTrack]: TrackHealth | null }
  readonly warnings: readonly WarningCode[]
}

export type FromWorker =
  | { readonly t: 'state'; readonly state: EngineState }
  /** Grab a picture of this track now (a worker's timer is not throttled in a hidden tab). */
  | { readonly t: 'grab'; readonly track: MediaTrack }
  /** The newest receipt of each track: the examinee may keep them. */
  | { readonly t: 'finished'; readonly receipts: { readonly [tid in TrackId]?: SignedReceipt } }
