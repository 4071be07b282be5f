// What the examinee's browser writes, sends and keeps until it holds a receipt (docs/spec/ingest.md 2).

export const HEADER = 128
export const PART_HEADER = 20
const VERSION = 1

export const KIND = { init: 0, media: 1, end: 2, gap: 3, event: 4 } as const
export type Kind = (typeof KIND)[keyof typeof KIND]

export const FLAG = { key: 1, parts: 2, audio: 4, video: 8 } as const
const ALL_FLAGS = FLAG.key | FLAG.parts | FLAG.audio | FLAG.video

export const FORMAT = { none: 0, webmVp9: 1, webmVp8: 2, webmAv1: 3, mp4Avc: 4, json: 16 } as const
export type Format = (typeof FORMAT)[keyof typeof FORMAT]

export type RecordHeader = {
  readonly kind: Kind
  readonly flags: number
  readonly epoch: number
  readonly seq: number
  /** The client's clock at the first sample, Unix ms: a claim. */
  readonly wallMs: number
  /** Seconds on the epoch's own timeline. */
  readonly mediaTs: number
  /** Seconds. */
  readonly dur: number
  readonly payloadLen: number
  readonly track: number
  readonly format: Format
  /** sha256(payload) */
  readonly sha256: Uint8Array
  /** sha256 of the previous record's header, or the genesis. */
  readonly prev: Uint8Array
  /** The client's monotonic clock, ms since the recorder's first start. */
  readonly monoMs: number
}

/** Bytes of the fragment that is still open; never stored as such. */
export type Part = {
  readonly track: number
  readonly seq: number
  readonly offset: number
  readonly epoch: number
  readonly bytes: Uint8Array
}

const RECORD_MAGIC = 0x45584631 // EXF1
const PART_MAGIC = 0x45585031 // EXP1

const kinds: ReadonlySet<number> = new Set(Object.values(KIND))
const formats: ReadonlySet<number> = new Set(Object.values(FORMAT))
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** A record whose header alone is 128 bytes; the caller appends the payload. */
export function writeHeader(h: RecordHeader): Uint8Array {
  if (h.sha256.length !== 32 || h.prev.length !== 32) throw new Error('a SHA-256 has 32 bytes')
  const bytes = new Uint8Array(HEADER)
  const to = view(bytes)
  to.setUint32(0, RECORD_MAGIC)
  to.setUint8(4, VERSION)
  to.setUint8(5, h.kind)
  to.setUint16(6, h.flags)
  to.setUint32(8, h.epoch)
  to.setUint32(12, h.seq)
  to.setFloat64(16, h.wallMs)
  to.setFloat64(24, h.mediaTs)
  to.setFloat64(32, h.dur)
  to.setUint32(40, h.payloadLen)
  to.setUint16(44, h.track)
  to.setUint16(46, h.format)
  bytes.set(h.sha256, 48)
  bytes.set(h.prev, 80)
  to.setFloat64(112, h.monoMs)
  return bytes
}

/** The last moment a date can be made of, and a month: no session is longer. */
const LAST_DATE_MS = 8.64e15
const LONGEST_S = 31 * 24 * 3600
const within = (value: number, from: number, to: number): boolean => value >= from && value <= to

/** Reads the first 128 bytes; null when they are not a header this version could have written. */
export function readHeader(bytes: Uint8Array): RecordHeader | null {
  if (bytes.length < HEADER) return null
  const from = view(bytes)
  const [kind, flags, format] = [from.getUint8(5), from.getUint16(6), from.getUint16(46)]
  const times = [from.getFloat64(16), from.getFloat64(24), from.getFloat64(32), from.getFloat64(112)] as const
  const sound =
    from.getUint32(0) === RECORD_MAGIC &&
    from.getUint8(4) === VERSION &&
    kinds.has(kind) &&
    formats.has(format) &&
    (flags & ~ALL_FLAGS) === 0 &&
    within(times[0], 0, LAST_DATE_MS) &&
    within(times[1], -LONGEST_S, LONGEST_S) &&
    within(times[2], 0, LONGEST_S) &&
    within(times[3], -LAST_DATE_MS, LAST_DATE_MS) &&
    from.getUint32(120) === 0 &&
    from.getUint32(124) === 0
  if (!sound) return null
  return {
    kind: kind as Kind,
    flags,
    epoch: from.getUint32(8),
    seq: from.getUint32(12),
    wallMs: times[0],
    mediaTs: times[1],
    dur: times[2],
    payloadLen: from.getUint32(40),
    track: from.getUint16(44),
    format: format as Format,
    // Copies: the frame's buffer may be used again.
    sha256: new Uint8Array(bytes.subarray(48, 80)),
    prev: new Uint8Array(bytes.subarray(80, 112)),
    monoMs: times[3],
  }
}

export function writePart(part: Part): Uint8Array {
  const bytes = new Uint8Array(PART_HEADER + part.bytes.length)
  const to = view(bytes)
  to.setUint32(0, PART_MAGIC)
  to.setUint16(4, part.track)
  to.setUint32(8, part.seq)
  to.setUint32(12, part.offset)
  to.setUint32(16, part.epoch)
  bytes.set(part.bytes, PART_HEADER)
  return bytes
}

/** `bytes` of the result is a view into the frame. */
export function readPart(frame: Uint8Array): Part | null {
  if (frame.length < PART_HEADER) return null
  const from = view(frame)
  if (from.getUint32(0) !== PART_MAGIC || from.getUint16(6) !== 0) return null
  return {
    track: from.getUint16(4),
    seq: from.getUint32(8),
    offset: from.getUint32(12),
    epoch: from.getUint32(16),
    bytes: frame.subarray(PART_HEADER),
  }
}
