import { honest, settingsOf } from '@ochno/domain/hint/samples'
import { expect, test } from 'vitest'
import { hintEngine } from './hint-engine.ts'

const away = { ...honest.screen, focused: false }

test('a hint is told when it begins, every five seconds while it goes on, and when it ends', () => {
  const engine = hintEngine(settingsOf('004'))
  engine.see(honest.screen, 0)
  expect(engine.news().hints).toEqual([])
  engine.see(away, 1_000)
  expect(engine.news().hints).toEqual([])
  engine.see(away, 2_000)
  expect(engine.news().hints).toMatchObject([{ rule: 'focus_lost', fromMs: 1_000, ongoing: true }])
  engine.see(away, 4_000)
  expect(engine.news().hints).toEqual([])
  engine.see(away, 7_000)
  expect(engine.news().hints).toMatchObject([{ toMs: 7_000, ongoing: true }])
  engine.see(honest.screen, 8_000)
  const [last] = engine.news().hints
  expect(last).toMatchObject({ fromMs: 1_000, toMs: 8_000, ongoing: false })
  expect(engine.news()).toEqual({ hints: [], blind: [] })
})

test('each word of one hint has a higher number than the one before', () => {
  const engine = hintEngine(settingsOf('004'))
  const numbers: number[] = []
  for (const [at, focused] of [
    [0, true],
    [1_000, false],
    [2_000, false],
    [7_000, false],
    [12_000, false],
    [12_000, true],
  ] as const) {
    engine.see({ ...honest.screen, focused }, at)
    numbers.push(
      ...engine
        .news()
        .hints.filter(({ rule }) => rule === 'focus_lost')
        .map(({ seq }) => seq),
    )
  }
  expect(numbers).toHaveLength(4)
  expect([...numbers].sort((a, b) => a - b)).toEqual(numbers)
  expect(new Set(numbers).size).toBe(4)
})

test('what a sensor could not see is told as such, and is no hint', () => {
  const engine = hintEngine(settingsOf('004'))
  engine.see({ on: 'blind', sensor: 'face', why: 'no_model' }, 0)
  engine.see({ on: 'blind', sensor: 'face', why: 'no_model' }, 1_000)
  expect(engine.news()).toMatchObject({
    hints: [],
    blind: [{ sensor: 'face', why: 'no_model', ongoing: true }],
  })
  engine.see({ on: 'blind', sensor: 'face', why: 'no_model' }, 2_000)
  expect(engine.news().blind).toEqual([])
})

test('signals of the eyes keep their own numbers and stand beside those of the page', () => {
  const engine = hintEngine(settingsOf('004'))
  engine.see(honest.screen, 10)
  engine.feed([
    { no: 1, at: 100.4, ...honest.face, count: 2 },
    { no: 2, at: 200.6, ...honest.face },
    { no: 2, at: 200.6, ...honest.face, count: 2 },
  ])
  expect(engine.news().hints).toMatchObject([{ rule: 'second_face', fromMs: 100, toMs: 201, ongoing: false }])
})

test('the proctor’s voice in a call accuses nobody: the same sound is a hint before it and after it', () => {
  let talking = false
  const engine = hintEngine(settingsOf('004'), () => talking)
  const voices = { ...honest.sound, voice: 'lips_still', level: 'noisy' } as const
  const during = (from: number, inCall: boolean) => {
    talking = inCall
    for (let at = from; at < from + 60_000; at += 500) {
      engine.see(voices, at)
      engine.feed([{ ...voices, no: 100_000 + at, at: at + 1 }])
    }
    const { hints, blind } = engine.news()
    return { hints: hints.filter(({ toMs }) => toMs > from + 2_000).length, blind }
  }
  expect(during(0, false).hints).toBeGreaterThan(0)
  const call = during(60_000, true)
  expect(call.hints).toBe(0)
  expect(call.blind).toMatchObject([{ sensor: 'sound', why: 'switched_off', ongoing: true }])
  expect(during(120_000, false).hints).toBeGreaterThan(0)
})
