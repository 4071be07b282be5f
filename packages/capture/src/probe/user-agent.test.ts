import { expect, test } from 'vitest'
import { browserOf, systemOf, type Told } from './user-agent.ts'

const nothing: Told = { brands: [], platform: null, platformVersion: null, userAgent: '' }
const chromium = { brand: 'Chromium', version: '142.0.1' }
const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)'

for (const [what, told, expected] of [
  [
    'Chrome',
    { brands: [chromium, { brand: 'Google Chrome', version: '142.0.1' }] },
    { brand: 'chrome', major: 142 },
  ],
  [
    'Edge',
    { brands: [chromium, { brand: 'Microsoft Edge', version: '141' }] },
    { brand: 'edge', major: 141 },
  ],
  [
    'Yandex',
    { brands: [chromium, { brand: 'YaBrowser', version: '25.10' }] },
    { brand: 'yandex', major: 25 },
  ],
  ['plain Chromium', { brands: [chromium] }, { brand: 'chromium', major: 142 }],
  ['Firefox', { userAgent: `${WINDOWS} Gecko/20100101 Firefox/144.0` }, { brand: 'firefox', major: 144 }],
  [
    'Yandex by its line',
    { userAgent: `${WINDOWS} Chrome/140.0 YaBrowser/25.8 Safari/537.36` },
    { brand: 'yandex', major: 25 },
  ],
  [
    'Safari',
    { userAgent: 'Mozilla/5.0 (Macintosh) Version/18.1 Safari/605' },
    { brand: 'safari', major: 18 },
  ],
  ['nothing', {}, null],
] as const)
  test(`browser: ${what}`, () => expect(browserOf({ ...nothing, ...told })).toEqual(expected))

for (const [what, told, expected] of [
  ['Windows 11', { platform: 'Windows', platformVersion: '15.0.0' }, { windows: true, nt: 10 }],
  ['Windows 7', { platform: 'Windows', platformVersion: '0.1.0' }, { windows: true, nt: 6.1 }],
  ['Windows XP by its line', { userAgent: 'Mozilla/5.0 (Windows NT 5.1)' }, { windows: true, nt: 5.1 }],
  ['Linux', { platform: 'Linux', platformVersion: '6.1' }, { windows: false, nt: null }],
  [
    'macOS by its line',
    { userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15)' },
    { windows: false, nt: null },
  ],
  ['nothing', {}, null],
] as const)
  test(`system: ${what}`, () => expect(systemOf({ ...nothing, ...told })).toEqual(expected))
