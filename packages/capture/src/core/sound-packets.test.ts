import { concat } from '@ochno/evidence/bytes'
import { expect, test } from 'vitest'
import { SoundPackets, soundTrackOf } from './sound-packets.ts'
import { sampleCluster } from './webm.sample.ts'

const entry = (number: number, type: number) =>
  Uint8Array.of(0xae, 0x86, 0xd7, 0x81, number, 0x83, 0x81, type)
const headOf = (...entries: readonly Uint8Array[]) => {
  const tracks = concat(...entries)
  return concat(
    Uint8Array.of(0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 0x01),
    Uint8Array.of(0x18, 0x53, 0x80, 0x67, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
    Uint8Array.of(0x16, 0x54, 0xae, 0x6b, 0x80 | tracks.length),
    tracks,
  )
}
const head = headOf(entry(1, 1), entry(2, 2))

/** Two clusters in pieces of this many bytes. */
const heardIn = (length: number, most = 9) => {
  const packets = new SoundPackets(most)
  packets.head(head)
  const bytes = concat(sampleCluster(), sampleCluster(8_000))
  for (let at = 0; at < bytes.length; at += length) packets.push(bytes.subarray(at, at + length))
  return packets.take()
}

test('the head says which track carries the sound', () => {
  expect(soundTrackOf(head)).toBe(2)
  expect(soundTrackOf(headOf(entry(7, 2), entry(1, 1)))).toBe(7)
  expect(soundTrackOf(headOf(entry(1, 1)))).toBeNull()
})

test.each([1, 2, 3, 7, 50, 101, 5_000])(
  'in pieces of %i bytes every packet of the sound comes out whole',
  (length) => {
    const packets = heardIn(length)
    expect(packets).toHaveLength(4)
    for (const packet of packets) expect(packet).toEqual(new Uint8Array(40).fill(0x42))
  },
)

test('only the newest are kept, and each is given once', () => {
  const packets = new SoundPackets(3)
  packets.head(head)
  packets.push(sampleCluster())
  packets.push(sampleCluster())
  expect(packets.take()).toHaveLength(3)
  expect(packets.take()).toEqual([])
})

test('a piece that does not go on where the last one ended begins anew', () => {
  const packets = new SoundPackets(9)
  packets.head(head)
  packets.push(sampleCluster().subarray(0, 60))
  packets.begin()
  packets.push(sampleCluster())
  expect(packets.take()).toHaveLength(2)
})

test('without a microphone there is nothing to hear', () => {
  const packets = new SoundPackets(9)
  packets.head(headOf(entry(1, 1)))
  packets.push(sampleCluster())
  expect(packets.take()).toEqual([])
})
