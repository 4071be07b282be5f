import { expect, test } from 'vitest'
import { without } from './unsent.ts'

test('TR-46 what a proctor types while a warning is on its way stays; what was sent is cleared', () => {
  expect(without('Тише')('Тише')).toBe('')
  expect(without('Тише')('Тише, пожалуйста')).toBe('Тише, пожалуйста')
  expect(without('Тише')('Покажите стол')).toBe('Покажите стол')
})
