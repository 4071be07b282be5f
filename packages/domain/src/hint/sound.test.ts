import { expect, test } from 'vitest'
import { honest, settingsOf } from './samples.ts'
import type { Signal } from './signal.ts'
import { nothingWatched, watcher } from './watch.ts'
import { hear, judgeSound, nothingHeard, type SoundWatch } from './sound.ts'

const heard = (...levels: readonly number[]): SoundWatch => levels.reduce(hear, nothingHeard)
const seconds = (long: number, at: (i: number) => number) =>
  Array.from({ length: long * 10 }, (_, i) => at(i))
const room = (i: number) => 0.004 + (i % 3) * 0.0005
const speech = (i: number) => (i % 10 < 6 ? 0.2 : room(i))

test('a quiet room and a person who speaks now and then give no hint', () => {
  const usual = { digitalSilence: false, level: 'usual', gainChanged: false }
  expect(judgeSound(heard(...seconds(5, room)), 0.004, 0.004)).toEqual(usual)
  expect(judgeSound(heard(...seconds(5, speech)), 0.004, 0.004)).toEqual(usual)
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
    expect(event?.from).toBeGreaterThanOrEqual(10_000)
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
