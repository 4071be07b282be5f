import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  FLAG,
  FORMAT,
  HEADER,
  KIND,
  type RecordHeader,
  readHeader,
  readPart,
  writeHeader,
  writePart,
} from './record.ts'

const u32 = fc.integer({ min: 0, max: 0xffffffff })
const u16 = fc.integer({ min: 0, max: 0xffff })
const LONGEST_S = 31 * 24 * 3600
const between = (min: number, max: number) => fc.double({ noNaN: true, min, max })
const digest = fc.uint8Array({ minLength: 32, maxLength: 32 })
const anyHeader: fc.Arbitrary<RecordHeader> = fc.record({
  kind: fc.constantFrom(...Object.values(KIND)),
  flags: fc.integer({ min: 0, max: 15 }),
  epoch: u32,
  seq: u32,
  wallMs: between(0, 8.64e15),
  mediaTs: between(-LONGEST_S, LONGEST_S),
  dur: between(0, LONGEST_S),
  payloadLen: u32,
  track: u16,
  format: fc.constantFrom(...Object.values(FORMAT)),
  sha256: digest,
  prev: digest,
  monoMs: between(-8.64e15, 8.64e15),
})

test('ING-1 every header reads back as it was written', () => {
  fc.assert(
    fc.property(anyHeader, (header) => {
      const bytes = writeHeader(header)
      expect(bytes.length).toBe(HEADER)
      expect(readHeader(bytes)).toEqual(header)
    }),
  )
})

test('ING-1 the layout is the one of the specification, byte for byte', () => {
  const bytes = writeHeader({
    kind: KIND.media,
    flags: FLAG.key | FLAG.video,
    epoch: 2,
    seq: 0x01020304,
    wallMs: 1,
    mediaTs: 2,
    dur: 0.5,
    payloadLen: 7,
    track: 1,
    format: FORMAT.mp4Avc,
    sha256: new Uint8Array(32).fill(0xaa),
    prev: new Uint8Array(32).fill(0xbb),
    monoMs: -2,
  })
  expect(Buffer.from(bytes).toString('hex')).toBe(
    '45584631' +
      '01' +
      '01' +
      '0009' +
      '00000002' +
      '01020304' +
      '3ff0000000000000' +
      '4000000000000000' +
      '3fe0000000000000' +
      '00000007' +
      '0001' +
      '0004' +
      'aa'.repeat(32) +
      'bb'.repeat(32) +
      'c000000000000000' +
      '0'.repeat(16),
  )
})

const good = () =>
  writeHeader({
    kind: KIND.media,
    flags: 1,
    epoch: 0,
    seq: 0,
    wallMs: 0,
    mediaTs: 0,
    dur: 2,
    payloadLen: 0,
    track: 1,
    format: 1,
    sha256: new Uint8Array(32),
    prev: new Uint8Array(32),
    monoMs: 0,
  })

for (const [what, spoil] of [
  ['a wrong magic', (b) => b.setUint8(0, 0x46)],
  ['an unknown version', (b) => b.setUint8(4, 2)],
  ['an unknown kind', (b) => b.setUint8(5, 5)],
  ['an unknown flag', (b) => b.setUint16(6, 16)],
  ['an unknown format', (b) => b.setUint16(46, 5)],
  ['NaN as wallMs', (b) => b.setFloat64(16, Number.NaN)],
  ['infinity as mediaTs', (b) => b.setFloat64(24, Number.POSITIVE_INFINITY)],
  ['a negative duration', (b) => b.setFloat64(32, -1)],
  ['a moment no date can show', (b) => b.setFloat64(16, 8.65e15)],
  ['a duration longer than any exam', (b) => b.setFloat64(32, 1e300)],
  ['a clock past all dates', (b) => b.setFloat64(112, 8.65e15)],
  ['NaN as monoMs', (b) => b.setFloat64(112, Number.NaN)],
  ['a reserved byte set', (b) => b.setUint8(120, 1)],
  ['the last reserved byte set', (b) => b.setUint8(127, 1)],
] as const satisfies readonly [string, (bytes: DataView) => void][])
  test(`ING-1 ${what} is not a header`, () => {
    const bytes = good()
    expect(readHeader(bytes)).not.toBeNull()
    spoil(new DataView(bytes.buffer))
    expect(readHeader(bytes)).toBeNull()
  })

test('ING-1 127 bytes are not a header, a header inside a longer buffer is', () => {
  expect(readHeader(good().subarray(0, 127))).toBeNull()
  const record = new Uint8Array(300)
  record.set(good(), 100)
  expect(readHeader(record.subarray(100))).toEqual(readHeader(good()))
})

test('ING-1 no bytes make the reader throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readHeader(bytes)))
})

test('ING-5 every part reads back as it was written; strange frames are null', () => {
  const anyPart = fc.record({ track: u16, seq: u32, offset: u32, epoch: u32, bytes: fc.uint8Array() })
  fc.assert(fc.property(anyPart, (part) => void expect(readPart(writePart(part))).toEqual(part)))
  const frame = writePart({ track: 1, seq: 2, offset: 3, epoch: 4, bytes: Uint8Array.of(5) })
  expect(Buffer.from(frame).toString('hex')).toBe(
    '45585031' + '0001' + '0000' + '00000002' + '00000003' + '00000004' + '05',
  )
  expect(readPart(frame.subarray(0, 19))).toBeNull()
  expect(readPart(good())).toBeNull()
  frame[7] = 1
  expect(readPart(frame)).toBeNull()
})
