import { expect, test } from 'vitest'
import { parameters } from '../policy/schema.ts'
import { nothingSaid, type SeatSeen, type SeatWord, sayNext, seatWord } from './seat.ts'

const lit = { mean: 120, face: 130, around: 115 }
/** A face of this part of the picture with its middle there; as wide as the frame is to its height. */
const face = (share: number, x = 0.5, y = 0.5): SeatSeen => {
  const side = Math.sqrt(share)
  return {
    faces: 1,
    box: { x: x - side / 2, y: y - side / 2, width: side, height: side },
    light: lit,
  }
}

test('R1-6.5c who sits so that the face is under the act’s part of the picture is asked to come closer, whoever is too close to move back', () => {
  const least = 0.2
  expect(parameters['camera.face_min_fraction'], 'the act’s own number').toBeDefined()
  expect([0.05, 0.19, 0.25, 0.6].map((share) => seatWord(face(share), least))).toEqual([
    'closer',
    'closer',
    'fine',
    'farther',
  ])
  expect(seatWord(face(0.12), null), 'no act says how large').toBe('fine')
})

test('R1-6.5j R1-6.5i light behind and darkness are told before where the face is, and a covered camera before everything', () => {
  expect(seatWord({ ...face(0.05), light: { mean: 140, face: 60, around: 160 } }, 0.2)).toBe('backlight')
  expect(seatWord({ ...face(0.05), light: { mean: 30, face: 30, around: 30 } }, 0.2)).toBe('dark')
  expect(seatWord({ faces: 0, box: null, light: { mean: 3, face: null, around: null } }, 0.2)).toBe('black')
  expect(seatWord({ faces: 0, box: null, light: { mean: 30, face: null, around: null } }, 0.2)).toBe('dark')
})

test('a dark skin in good light is not called darkness or light from behind', () =>
  expect(seatWord({ ...face(0.25), light: { mean: 110, face: 70, around: 118 } }, 0.2)).toBe('fine'))

test('a face at the edge, nobody and somebody else are told as they are', () => {
  expect(seatWord(face(0.2, 0.2), 0.1)).toBe('middle')
  expect(seatWord(face(0.2, 0.5, 0.8), 0.1)).toBe('middle')
  expect(seatWord({ faces: 0, box: null, light: lit }, 0.1)).toBe('nobody')
  expect(seatWord({ ...face(0.2), faces: 2 }, 0.1)).toBe('several')
  expect(seatWord({ faces: null, box: null, light: lit }, 0.1)).toBeNull()
})

test('a word is said once it was meant twice running and stays until another is', () => {
  const words: readonly (SeatWord | null)[] = [
    'closer',
    'fine',
    'fine',
    'closer',
    'fine',
    null,
    'closer',
    'closer',
  ]
  let said = nothingSaid
  const heard = words.map((word) => {
    said = sayNext(said, word)
    return said.said
  })
  expect(heard).toEqual([null, null, 'fine', 'fine', 'fine', 'fine', 'fine', 'closer'])
})
