import { FLAG, FORMAT } from '@ochno/evidence/record'

const container: Readonly<Record<number, { readonly type: string; readonly video: string }>> = {
  [FORMAT.webmVp9]: { type: 'video/webm', video: 'vp9' },
  [FORMAT.webmVp8]: { type: 'video/webm', video: 'vp8' },
  [FORMAT.webmAv1]: { type: 'video/webm', video: 'av01.0.04M.08' },
  [FORMAT.mp4Avc]: { type: 'video/mp4', video: 'avc1.42E01F' },
}

/** The type of an epoch for a SourceBuffer: format number and flags of its INIT. Null for what is not a picture or sound. */
export function mimeOf(format: number, flags: number): string | null {
  const known = container[format]
  if (!known) return null
  const codecs = [
    ...((flags & FLAG.video) !== 0 || (flags & FLAG.audio) === 0 ? [known.video] : []),
    ...((flags & FLAG.audio) !== 0 ? ['opus'] : []),
  ]
  return `${known.type}; codecs="${codecs.join(',')}"`
}
