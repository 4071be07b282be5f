// A tiny but real-shaped cluster for tests: unknown size, a timestamp, blocks of a picture (track 1) and a sound (track 2).
import { concat } from '@ochno/evidence/bytes'

const block = (track: number, relative: number, key: boolean, size: number) => {
  const body = new Uint8Array(4 + size).fill(0x42)
  body.set([0x80 | track, (relative >> 8) & 0xff, relative & 0xff, key ? 0x80 : 0])
  return concat(Uint8Array.of(0xa3, 0x40 | (body.length >> 8), body.length & 0xff), body)
}

export const sampleCluster = (startMs = 4000): Uint8Array =>
  concat(
    Uint8Array.of(0x1f, 0x43, 0xb6, 0x75, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0xe7, 0x82, startMs >> 8, startMs & 0xff),
    block(1, 0, true, 200),
    block(2, 10, true, 40),
    block(1, 66, false, 100),
    block(2, 30, true, 40),
    block(1, 133, false, 90),
  )

export const sampleHead = (): Uint8Array =>
  concat(
    Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 0x01),
    Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
    // Tracks, with the id of a cluster inside its bytes, where a search would be fooled.
    Uint8Array.of(0x16, 0x54, 0xae, 0x6b, 0x86, 0x1f, 0x43, 0xb6, 0x75, 0x81, 0x00),
  )
