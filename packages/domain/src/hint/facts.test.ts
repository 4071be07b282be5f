import { expect, test } from 'vitest'
import { fillsScreen, isTranslated, panelOpened, takesPageAway, takesScreenshot } from './facts.ts'

const plain = { lang: 'ru', classes: ['dark'], foreign: 0 }
test('R3-6.6.4 a translated page wears the marks of its translator', () => {
  expect(isTranslated(plain, { ...plain, classes: ['translated-ltr'] })).toBe(true)
  expect(isTranslated(plain, { ...plain, foreign: 3 })).toBe(true)
  expect(isTranslated(plain, { ...plain, lang: 'en' })).toBe(false)
  expect(isTranslated(plain, plain)).toBe(false)
})

const sizes = { outerWidth: 1440, outerHeight: 900, innerWidth: 1440, innerHeight: 800, pixelRatio: 1 }
test('R3-6.6.4 a side panel narrows the page within its window; zoom and a smaller window do not count', () => {
  expect(panelOpened(sizes, { ...sizes, innerWidth: 1090 })).toBe(true)
  expect(panelOpened(sizes, { ...sizes, innerHeight: 500 })).toBe(true)
  expect(panelOpened(sizes, { ...sizes, innerWidth: 1291 })).toBe(false)
  expect(panelOpened(sizes, { ...sizes, innerWidth: 1290 })).toBe(true)
  expect(panelOpened(sizes, { ...sizes, outerWidth: 900, innerWidth: 900 })).toBe(false)
  expect(panelOpened(sizes, { ...sizes, innerWidth: 960, innerHeight: 533, pixelRatio: 1.5 })).toBe(false)
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

test('a page that fills the screen and a maximised window are both whole; a smaller window is not', () => {
  const placed = { ...sizes, screenWidth: 1440, screenHeight: 900, element: false }
  expect(fillsScreen(placed)).toBe(true)
  expect(fillsScreen({ ...placed, outerWidth: 1000 })).toBe(false)
  expect(fillsScreen({ ...placed, outerWidth: 1000, element: true })).toBe(true)
  expect(fillsScreen({ ...placed, outerHeight: 884 })).toBe(true)
  expect(fillsScreen({ ...placed, outerHeight: 883 })).toBe(false)
})
