// A picture as it may be kept: a JPEG of a webcam and nothing else in the file.
const [START, END, SCAN, APP0, COMMENT] = [0xd8, 0xd9, 0xda, 0xe0, 0xfe]
const MARK = 0xff
/** A webcam's largest picture; what is larger came from elsewhere. */
const WIDEST = 1920
export const PICTURE_BYTES = 1_500_000

export type Picture =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly why: 'not_a_picture' | 'too_large' }

const isFrame = (kind: number): boolean =>
  kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc
/** Place and time of taking, thumbnails of what was not masked, notes: all of it lives here (P-27). */
const isRemark = (kind: number): boolean => (kind > APP0 && kind <= 0xef) || kind === COMMENT

const no = (why: 'not_a_picture' | 'too_large'): Picture => ({ ok: false, why })

/** The same picture without remarks and without what was hung on behind its end. */
export function cleanPicture(bytes: Uint8Array): Picture {
  if (bytes.length > PICTURE_BYTES) return no('too_large')
  if (bytes[0] !== MARK || bytes[1] !== START) return no('not_a_picture')
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let size: readonly [number, number] | null = null
  let at = 2
  while (at + 4 <= bytes.length) {
    const kind = bytes[at + 1] ?? 0
    if (bytes[at] !== MARK || kind < 0xc0) return no('not_a_picture')
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    const next = at + 2 + length
    if (length < 2 || next > bytes.length) return no('not_a_picture')
    if (isFrame(kind)) size = [word(bytes, at + 7), word(bytes, at + 5)]
    if (!isRemark(kind)) kept.push(bytes.subarray(at, next))
    at = next
    if (kind !== SCAN) continue
    const end = endOfScan(bytes, at)
    if (end === null || size === null) return no('not_a_picture')
    const [width, height] = size
    if (width < 1 || height < 1) return no('not_a_picture')
    if (width > WIDEST || height > WIDEST) return no('too_large')
    kept.push(bytes.subarray(at, end))
    return { ok: true, bytes: joined(kept), width, height }
  }
  return no('not_a_picture')
}

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)

/** A browser writes one scan; a second one, or a picture without an end, is refused. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== MARK) continue
    const kind = bytes[at + 1] ?? 0
    if (kind === 0 || (kind >= 0xd0 && kind <= 0xd7) || kind === MARK) continue
    return kind === END ? at + 2 : null
  }
  return null
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export const SOUND_BYTES = 400_000

/** A few seconds of speech as a browser records them: WebM or Ogg. */
export function soundKind(bytes: Uint8Array): 'audio/webm' | 'audio/ogg' | null {
  const begins = (...magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)
  if (begins(0x1a, 0x45, 0xdf, 0xa3)) return 'audio/webm'
  return begins(0x4f, 0x67, 0x67, 0x53) ? 'audio/ogg' : null
}
