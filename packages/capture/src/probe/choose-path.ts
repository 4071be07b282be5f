// Which of the ways of recording this browser can do; decided from what was probed, never from the browser's name.
import type { FormatName } from '../worker/formats.ts'

export type Features = {
  readonly phone: boolean
  readonly secureContext: boolean
  readonly camera: boolean
  readonly screen: boolean
  readonly locks: boolean
  readonly ed25519: boolean
  readonly trackProcessor: boolean
  readonly encoders: {
    readonly vp9: boolean
    readonly vp8: boolean
    readonly avc: boolean
    readonly opus: boolean
  }
  readonly recorderTypes: readonly string[]
}

export type CapturePath =
  | { readonly feed: 'stream' | 'grab'; readonly format: FormatName }
  | {
      readonly feed: 'chunks'
      readonly format: FormatName
      readonly container: 'webm' | 'mp4'
      readonly mimeType: string
    }

export type Unsupported =
  | 'phone'
  | 'insecure'
  | 'no_camera_api'
  | 'no_screen_api'
  | 'no_locks'
  | 'no_crypto'
  | 'no_encoder'

/** MediaRecorder's types in order of preference: MP4 can be told its key frames, and each chunk of it is a fragment. */
export const recorderTypes = [
  { mimeType: 'video/mp4;codecs=avc1.42E01E,opus', container: 'mp4', format: 'mp4_avc' },
  { mimeType: 'video/webm;codecs=vp9,opus', container: 'webm', format: 'webm_vp9' },
  { mimeType: 'video/webm;codecs=vp8,opus', container: 'webm', format: 'webm_vp8' },
] as const

export function choosePath(
  has: Features,
  screenNeeded: boolean,
): CapturePath | { readonly unsupported: Unsupported } {
  if (has.phone) return { unsupported: 'phone' }
  if (!has.secureContext) return { unsupported: 'insecure' }
  if (!has.camera) return { unsupported: 'no_camera_api' }
  if (screenNeeded && !has.screen) return { unsupported: 'no_screen_api' }
  if (!has.locks) return { unsupported: 'no_locks' }
  // Without it no receipt can be checked, so nothing could ever be deleted.
  if (!has.ed25519) return { unsupported: 'no_crypto' }
  const { encoders } = has
  const format: FormatName | null = encoders.vp9
    ? 'webm_vp9'
    : encoders.avc
      ? 'mp4_avc'
      : encoders.vp8
        ? 'webm_vp8'
        : null
  if (format && encoders.opus) return { feed: has.trackProcessor ? 'stream' : 'grab', format }
  const recorder = recorderTypes.find((type) => has.recorderTypes.includes(type.mimeType))
  return recorder ? { feed: 'chunks', ...recorder } : { unsupported: 'no_encoder' }
}
