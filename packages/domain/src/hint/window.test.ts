import { expect, test } from 'vitest'
import { fillsScreen, firstLook, lookAtWindow, panelOpened, type Placed } from './window.ts'

const plain: Placed = {
  ...{ outerWidth: 1440, outerHeight: 900, innerWidth: 1440, innerHeight: 813, pixelRatio: 1 },
  ...{ screenWidth: 1440, screenHeight: 900, element: false, touch: false },
}
const zoomed = (placed: Placed, times: number): Placed => ({
  ...placed,
  innerWidth: Math.round(placed.innerWidth / times),
  innerHeight: Math.round(placed.innerHeight / times),
  pixelRatio: placed.pixelRatio * times,
})
const upright: Placed = {
  ...{ ...plain, outerWidth: 900, outerHeight: 1440, innerWidth: 900, innerHeight: 1353 },
  ...{ screenWidth: 900, screenHeight: 1440 },
}

test('R4-4.5.1b a page that fills the screen and a maximised window are both whole; a smaller window is not', () => {
  expect(fillsScreen(plain)).toBe(true)
  expect(fillsScreen({ ...plain, outerWidth: 1000 })).toBe(false)
  expect(fillsScreen({ ...plain, outerWidth: 1000, element: true })).toBe(true)
  expect(fillsScreen({ ...plain, outerHeight: 884 })).toBe(true)
  expect(fillsScreen({ ...plain, outerHeight: 883 })).toBe(false)
})

test.each([
  ['350 points beside the page', { innerWidth: 1090 }, true],
  ['300 points below it', { innerHeight: 513 }, true],
  ['149 points', { innerWidth: 1291 }, false],
  ['150 points', { innerWidth: 1290 }, true],
  ['a smaller window', { outerWidth: 900, innerWidth: 900 }, false],
  ['a bar of the browser', { innerHeight: 757 }, false],
  ['a page that fills the screen', { innerHeight: 900, element: true }, false],
] as const)('R3-6.6.4 %s and a panel', (_, change, panel) => {
  expect(panelOpened(plain, { ...plain, ...change })).toBe(panel)
})

test.each([
  ['magnified', plain, zoomed(plain, 1.25), false],
  ['magnified as far as it goes', plain, zoomed(plain, 5), false],
  ['made smaller', plain, zoomed(plain, 0.5), false],
  ['magnified from the beginning and then as usual', zoomed(plain, 1.25), plain, false],
  ['magnified where the browser does not tell', plain, { ...zoomed(plain, 1.25), pixelRatio: 1 }, false],
  ['magnified, with a panel', plain, zoomed({ ...plain, innerWidth: 1090 }, 1.25), true],
  [
    'magnified from the beginning, in a window that grows',
    zoomed({ ...plain, outerWidth: 700, innerWidth: 700 }, 1.5),
    zoomed(plain, 1.5),
    false,
  ],
] as const)('R3-6.6.4 a page %s: a zoom is no panel and hides none', (_, before, now, panel) => {
  expect(panelOpened(before, now)).toBe(panel)
})

test('R3-6.6.4 a telephone’s keyboard takes the bottom of the page and is no panel; nor are the tabs that come back after a full screen', () => {
  const phone: Placed = {
    ...{ outerWidth: 390, outerHeight: 844, innerWidth: 390, innerHeight: 760, pixelRatio: 3 },
    ...{ screenWidth: 390, screenHeight: 844, element: false, touch: true },
  }
  expect(panelOpened(phone, { ...phone, innerHeight: 430 })).toBe(false)
  expect(panelOpened({ ...phone, touch: false }, { ...phone, innerHeight: 430, touch: false })).toBe(true)
  const full: Placed = { ...plain, innerHeight: 900, element: true }
  expect(panelOpened(full, { ...plain, innerHeight: 740 })).toBe(false)
  expect(panelOpened(full, { ...plain, innerHeight: 500 })).toBe(true)
})

/** What is said after each look: at how many ms, and how the window is then. */
const looks = (steps: readonly (readonly [at: number, placed: Placed])[]) => {
  let watch = firstLook(plain)
  return steps.map(([at, placed]) => {
    watch = lookAtWindow(watch, placed, at)
    return `${watch.whole ? 'whole' : 'part'}${watch.panel ? ', panel' : ''}`
  })
}

test('R3-6.6.4 a panel is believed once it has stood for a second; sizes that change one after another are none', () => {
  const panel = { ...plain, innerWidth: 1090 }
  expect(
    looks([
      [0, panel],
      [999, panel],
      [1_000, panel],
      [1_500, plain],
    ]),
  ).toEqual(['whole', 'whole', 'whole, panel', 'whole'])
  // Back from a zoom: the pixels' ratio first, the sizes a moment later.
  const between = { ...zoomed(plain, 1.25), pixelRatio: 1, innerHeight: 813 }
  expect(
    looks([
      [0, zoomed(plain, 1.25)],
      [1_500, between],
      [1_540, plain],
      [2_600, plain],
    ]),
  ).toEqual(['whole', 'whole', 'whole', 'whole'])
})

test('R4-4.5.1b R3-6.6.4 a screen turned upright: its window has two seconds to follow, and is measured anew', () => {
  const notYet = { ...plain, screenWidth: 900, screenHeight: 1440 }
  const panel = { ...upright, innerWidth: 600 }
  expect(
    looks([
      [0, notYet],
      [1_900, { ...notYet, innerWidth: 900 }],
      [1_950, upright],
      [2_100, upright],
      [3_200, upright],
      [4_000, panel],
      [5_000, panel],
    ]),
  ).toEqual(['whole', 'whole', 'whole', 'whole', 'whole', 'whole', 'whole, panel'])
})

test('R4-4.5.1b a window that does not fill the turned screen after two seconds, and one that filled none before, are not whole', () => {
  const small = { ...plain, outerWidth: 900, innerWidth: 900 }
  const turned = { ...small, screenWidth: 900, screenHeight: 1440 }
  expect(
    looks([
      [0, turned],
      [1_999, turned],
      [2_000, turned],
    ]),
  ).toEqual(['whole', 'whole', 'part'])
  expect(
    looks([
      [0, small],
      [500, turned],
      [700, upright],
    ]),
  ).toEqual(['part', 'part', 'whole'])
})
