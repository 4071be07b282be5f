import { expect, test } from 'vitest'
import { barsOf, loudnessOf, soundWord } from './loudness.ts'

const toneOf = (db: number) => {
  const peak = 10 ** (db / 20) * Math.SQRT2
  return Float32Array.from({ length: 960 }, (_, at) => peak * Math.sin((at * 2 * Math.PI) / 48))
}

test.each([
  [-120, 0, 'quiet'],
  [-60, 0, 'quiet'],
  [-33, 3, 'audible'],
  [-6, 5, 'loud'],
  [0, 5, 'loud'],
] as const)('a tone of %i dB lights %i bars and is said to be %s', (db, bars, word) => {
  const level = loudnessOf(toneOf(db))
  expect(barsOf(level)).toBe(bars)
  expect(soundWord(level)).toBe(word)
})

test('silence is quiet, and no sound at all is told apart from it', () => {
  expect(soundWord(loudnessOf(new Float32Array(960)))).toBe('quiet')
  expect(soundWord(null)).toBe('none')
})
