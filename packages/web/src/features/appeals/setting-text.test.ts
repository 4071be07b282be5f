import { expect, test } from 'vitest'
import { situationsOf, stepsOf, stepsText } from './setting-text.ts'

test('R0-7.1a a step of the order is read as who and what, and written back the same', () => {
  const steps = stepsOf('Секретарь: изучить запись: камеру и экран\n\nпровести заседание', 'Комиссия')
  expect(steps).toEqual([
    { id: 'step-1', by: 'Секретарь', words: 'изучить запись: камеру и экран' },
    { id: 'step-2', by: 'Комиссия', words: 'провести заседание' },
  ])
  expect(stepsOf(stepsText(steps), '—')).toEqual(steps)
})

test('R3-3.6 an empty line is no situation', () => {
  expect(situationsOf('начали позже\n  \n')).toEqual([{ id: 'own-1', words: 'начали позже' }])
})
