import { expect, test } from 'vitest'
import { honest, settingsOf } from './samples.ts'
import type { Signal } from './signal.ts'
import { nothingWatched, watcher } from './watch.ts'
import { floorOf, hear, judgeSound, nothingHeard, type SoundWatch } from './sound.ts'

const heard = (...levels: readonly number[]): SoundWatch => levels.reduce(hear, nothingHeard)
const seconds = (long: number, at: (i: number) => number) =>
  Array.from({ length: long * 10 }, (_, i) => at(i))
const room = (i: number) => 0.004 + (i % 3) * 0.0005
const speech = (i: number) => (i % 10 < 6 ? 0.2 : room(i))

test('a quiet room and a person who speaks now and then give no hint', () => {
  const usual = { digitalSilence: false, level: 'usual', gainChanged: false }
  expect(judgeSound(heard(...seconds(5, room)), 0.004, 0.004)).toMatchObject(usual)
  expect(judgeSound(heard(...seconds(5, speech)), 0.004, 0.004)).toMatchObject(usual)
})

test('noise that does not pause is measured against the room of the check', () => {
  const loud = heard(...seconds(5, () => 0.15))
  expect(judgeSound(loud, 0.004, 0.004).level).toBe('noisy')
  expect(judgeSound(loud, 0.1, 0.1).level).toBe('usual')
  expect(judgeSound(heard(...seconds(5, (i) => (i % 5 === 0 ? 0.02 : 0.15))), 0.004, 0.004).level).toBe(
    'usual',
  )
})

for (const [id, act] of [
  ['R1-4.1h', '001'],
  ['R3-4.2.2.1', '003'],
  ['R4-6.3.2a', '004'],
] as const)
  test(`${id} background noise becomes an event with its level and its duration`, () => {
    const { feed, hints } = watcher(settingsOf(act))
    const loudness = (i: number) => (i < 100 ? 0.004 : i < 220 ? 0.15 + (i % 7) / 100 : 0.004)
    let watch = nothingHeard
    const signals = Array.from({ length: 400 }, (_, i): Signal => {
      watch = hear(watch, loudness(i))
      return {
        no: i,
        at: i * 100,
        ...honest.sound,
        ...judgeSound(watch, 0.004, 0.004),
        loudness: loudness(i),
      }
    })
    const noise = hints(feed(nothingWatched, signals)).filter(
      ({ code }) => code === 'background_voices_noise',
    )
    expect(noise).toHaveLength(1)
    const [event] = noise
    expect(event?.strength).toBeCloseTo(0.21, 5)
    expect((event?.to ?? 0) - (event?.from ?? 0)).toBeGreaterThanOrEqual(5_000)
    // The first loud tenth of a second was heard at its end.
    expect(event?.from).toBe(9_900)
    expect(event?.to).toBeLessThanOrEqual(27_500)
  })

test('TR-05 exact zeros are a microphone that is off; a very quiet one is another thing', () => {
  const off = heard(...seconds(2, () => 0))
  expect(judgeSound(off, 0.004, 0.004)).toMatchObject({ digitalSilence: true, level: 'low' })
  const far = heard(...seconds(2, () => 0.0004))
  expect(judgeSound(far, 0.004, 0.004)).toMatchObject({ digitalSilence: false, level: 'low' })
  expect(judgeSound(heard(0, 0, 0), null, null).digitalSilence).toBe(false)
})

test('a microphone turned up or down drifts from the check; without a check nothing has changed', () => {
  const up = heard(...seconds(5, () => 0.016))
  expect(judgeSound(up, 0.004, 0.004).gainChanged).toBe(true)
  expect(judgeSound(heard(...seconds(5, () => 0.001)), 0.004, 0.004).gainChanged).toBe(true)
  expect(judgeSound(up, null, null).gainChanged).toBe(false)
  expect(judgeSound(heard(0.016, 0.016), 0.004, 0.004).gainChanged).toBe(false)
  expect(judgeSound(heard(...seconds(5, () => 0.0159)), 0.004, 0.004).gainChanged).toBe(false)
})

/** Tenth by tenth, judged five times a second as the page does; when a hint of the rule was first there. */
function firstTold(rule: string, loudness: (i: number) => number, voice: (i: number) => 'none' | 'examinee') {
  const { feed, hints } = watcher(settingsOf('004'))
  let [watch, sound, began] = [nothingWatched, nothingHeard, null as number | null]
  for (let i = 1; i <= 700; i++) {
    sound = hear(sound, loudness(i))
    if (i === 300) began = floorOf(sound)
    if (i % 2 !== 0) continue
    const { heldMs, ...judged } = judgeSound(sound, 0.004, began)
    const said = { ...honest.sound, ...judged, heldMs: { ...heldMs, voice: 0 }, voice: voice(i) }
    watch = feed(watch, [{ no: i, at: i * 100, ...said }])
    const told = hints(watch).find((hint) => hint.rule === rule)
    if (told) return { knownMs: i * 100, fromMs: told.from }
  }
  return null
}
const nobody = () => 'none' as const
const from40 = (loud: number) => (i: number) => (i > 400 ? loud : room(i))

test.each([
  ['noise', from40(0.2), 5_000],
  ['low_sound', from40(0.0004), 10_000],
  ['digital_silence', from40(0), 10_000],
  ['gain_changed', from40(0.04), 5_000],
] as const)(
  'R0-2.2.3b %s is told as soon as it has lasted as long as the rules ask, and not later by what the sensor needs to be sure',
  (rule, loudness, after) => {
    const told = firstTold(rule, loudness, nobody)
    expect(told?.knownMs).toBeGreaterThanOrEqual(40_000 + after)
    expect(told?.knownMs).toBeLessThanOrEqual(40_000 + after + 200)
    expect(told?.fromMs).toBeGreaterThanOrEqual(40_000)
  },
)

test('the examinee’s own voice is neither a noise of the room nor another microphone', () => {
  const own = (i: number) => (i > 400 ? ('examinee' as const) : ('none' as const))
  expect(firstTold('noise', from40(0.3), own)).toBeNull()
  expect(firstTold('gain_changed', from40(0.3), own)).toBeNull()
})
