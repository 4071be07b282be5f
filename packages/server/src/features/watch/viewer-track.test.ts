import { expect, test } from 'vitest'
import { lineOf, newViewerTrack, takeFragment, takePart } from './viewer-track.ts'

const track = () => {
  const one = newViewerTrack()
  one.heads.add(0)
  return one
}
const part = (seq: number, offset: number, length = 10) => ({ epoch: 0, seq, offset, length })
const whole = (seq: number, length: number) => ({ epoch: 0, seq, length, key: true, cameAsParts: true })

test('a viewer who got every part needs only the sealing header', () => {
  const t = track()
  expect(takePart(t, part(4, 0), 'free')).toBe('part')
  expect(takePart(t, part(4, 10), 'free')).toBe('part')
  expect(takeFragment(t, whole(4, 20), 'free')).toBe('sealed')
})

test('a viewer who joined in the middle gets the whole fragment', () => {
  const t = track()
  expect(takePart(t, part(4, 10), 'free')).toBeNull()
  expect(takeFragment(t, whole(4, 20), 'free')).toBe('record')
})

test('nothing is sent before the head of its epoch', () => {
  const t = track()
  expect(takePart(t, { ...part(9, 0), epoch: 1 }, 'free')).toBeNull()
  expect(takeFragment(t, { ...whole(9, 10), epoch: 1 }, 'free')).toBeNull()
})

test('a slow line drops to the next fragment, says so once, and resumes when the line is free', () => {
  const t = track()
  takePart(t, part(4, 0), 'free')
  expect(takePart(t, part(4, 10), 'full')).toBe('dropped')
  expect(takePart(t, part(4, 20), 'full')).toBeNull()
  expect(takePart(t, part(4, 30), 'free')).toBeNull()
  expect(takeFragment(t, whole(4, 40), 'busy')).toBeNull()
  expect(takePart(t, part(5, 0), 'busy')).toBeNull()
  expect(takePart(t, part(6, 0), 'free')).toBe('part')
  expect(takePart(t, part(6, 10), 'free')).toBe('part')
})

test('a fragment sealed on a full line costs nothing when its parts already went', () => {
  const t = track()
  takePart(t, part(4, 0), 'busy')
  expect(takeFragment(t, whole(4, 10), 'full')).toBe('sealed')
})

test('the line is judged by what waits in the socket', () => {
  expect([0, 500_000, 5_000_000].map(lineOf)).toEqual(['free', 'busy', 'full'])
})

test('ING-12 a fragment that came whole is shown whole, whatever parts of its number were shown before', () => {
  const t = track()
  takePart(t, part(4, 0), 'free')
  takePart(t, part(4, 10), 'free')
  expect(takeFragment(t, { ...whole(4, 20), cameAsParts: false }, 'free')).toBe('record')
})
