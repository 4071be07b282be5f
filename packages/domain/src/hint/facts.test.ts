import { expect, test } from 'vitest'
import { isTranslated, takesPageAway, takesScreenshot } from './facts.ts'

const plain = { lang: 'ru', classes: ['dark'], foreign: 0 }
test('R3-6.6.4 a translated page wears the marks of its translator', () => {
  expect(isTranslated(plain, { ...plain, classes: ['translated-ltr'] })).toBe(true)
  expect(isTranslated(plain, { ...plain, foreign: 3 })).toBe(true)
  expect(isTranslated(plain, { ...plain, lang: 'en' })).toBe(false)
  expect(isTranslated(plain, plain)).toBe(false)
})

const press = { key: 'a', shift: false, meta: false, ctrl: false }
test('keys that take a picture of the task or the page away are known in both layouts', () => {
  expect(takesScreenshot({ ...press, key: 'PrintScreen' })).toBe(true)
  expect(takesScreenshot({ ...press, key: 'Ы', meta: true, shift: true })).toBe(true)
  expect(takesScreenshot({ ...press, key: '4', meta: true, shift: true })).toBe(true)
  expect(takesScreenshot({ ...press, key: '4', shift: true })).toBe(false)
  expect(takesPageAway({ ...press, key: 'з', ctrl: true })).toBe(true)
  expect(takesPageAway({ ...press, key: 'p' })).toBe(false)
})
