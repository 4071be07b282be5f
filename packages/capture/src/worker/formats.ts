// Numbers of docs/spec/ingest.md [ING-1] `format`, and what a worker needs to know to make each.
import type { VideoCodec } from 'mediabunny'

export type FormatName = 'webm_vp9' | 'webm_vp8' | 'webm_av1' | 'mp4_avc'

export const formats = {
  webm_vp9: { no: 1, codec: 'vp9', container: 'webm' },
  webm_vp8: { no: 2, codec: 'vp8', container: 'webm' },
  webm_av1: { no: 3, codec: 'av1', container: 'webm' },
  mp4_avc: { no: 4, codec: 'avc', container: 'mp4' },
} as const satisfies Record<FormatName, { no: number; codec: VideoCodec; container: 'webm' | 'mp4' }>

export const JSON_FORMAT = 16
