import { expect, test } from 'vitest'
import { filmedIn, restamp } from './synthetic.ts'

/** A cluster of ffmpeg: its size in four bytes, time code 0, then blocks of one byte of picture each. */
const cluster = (times: readonly number[]) => {
  const blocks = times.map((ms) => Buffer.from([0xa3, 0x85, 0x81, ms >> 8, ms & 255, 0x80, 7]))
  const body = Buffer.concat([Buffer.from([0xe7, 0x81, 0x00]), ...blocks])
  const size = Buffer.from([0x10, 0, 0, body.length])
  return Buffer.concat([Buffer.from('1f43b675', 'hex'), size, body])
}

test('each picture of a stamped cluster is sent when it was filmed', () => {
  const stamped = restamp(cluster([0, 66, 133]), 90_000, Buffer.from('one'))
  const filmed = filmedIn(stamped)
  expect(filmed.map(({ atMs }) => atMs)).toEqual([0, 66, 133, 133])
  expect(filmed[0]?.end).toBe(22 + 7)
  expect(filmed.at(-1)?.end).toBe(stamped.length)
})

test('a sound filmed before a picture it follows is sent with it', () => {
  expect(filmedIn(restamp(cluster([0, 40, 26]), 0)).map(({ atMs }) => atMs)).toEqual([0, 40, 40])
})
