import { expect, test } from 'vitest'
import { VoiceSense } from './voice-sense.ts'

/** Four seconds of looks and sound; the last answer. */
function after(mouths: readonly (number | null)[], speech: number) {
  const sense = new VoiceSense()
  let last: ReturnType<VoiceSense['heard']> = null
  mouths.forEach((mouth, i) => {
    sense.saw(i * 500, mouth)
    last = sense.heard(i * 500, speech)
  })
  return last
}
const still = [0.02, 0.021, 0.02, 0.022, 0.02, 0.021, 0.02, 0.02]
const talking = [0.02, 0.2, 0.05, 0.25, 0.1, 0.3, 0.02, 0.2]

test('speech with moving lips is the examinee’s, with still lips it is somebody else’s', () => {
  expect(after(talking, 0.3)).toBe('examinee')
  expect(after(still, 0.3)).toBe('lips_still')
})

test('without speech nobody speaks, whatever the lips do', () => {
  expect(after(talking, 0)).toBe('none')
  expect(after(still, 0.05)).toBe('none')
})

test('where the lips are not seen nobody is said to speak', () => {
  expect(after([...still.slice(0, 6), null, null], 0.3)).toBeNull()
  expect(after([], 0.3)).toBeNull()
  // One word by a face just found is too little to judge.
  expect(after([0.02, 0.02], 0.3)).toBeNull()
})

test('a voice is told with how long it has been heard, as far back as the lips were seen', () => {
  const sense = new VoiceSense()
  for (let at = 0; at <= 4_000; at += 500) sense.saw(at, 0.02)
  expect(sense.heard(4_000, 0)).toBe('none')
  expect(sense.heldMs(4_000)).toBe(0)
  expect(sense.heard(4_200, 0.15)).toBe('none')
  expect(sense.heard(4_400, 0.18)).toBe('lips_still')
  expect(sense.heldMs(4_400)).toBe(350)
  expect(sense.heard(4_600, 0.2)).toBe('lips_still')
  expect(sense.heldMs(4_600)).toBe(550)
  // Another's voice after it begins when it is known, not in the middle of the first.
  for (let at = 4_700; at <= 7_300; at += 200) sense.saw(at, at % 400 < 200 ? 0.02 : 0.3)
  expect(sense.heard(7_400, 0.4)).toBe('examinee')
  expect(sense.heldMs(7_400)).toBe(0)
})
