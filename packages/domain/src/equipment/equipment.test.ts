import { expect, test } from 'vitest'
import { equipmentRecord, mobileRefused } from './admit.ts'
import { preset } from '../policy/presets.ts'
import { minimumsOf as minimumsUnder } from './minimums.ts'
import { prove, type Readings } from './prove.ts'

const minimumsOf = (act: '001' | '003' | '004') => minimumsUnder(preset(act))
const table = { newest: { chrome: 140, firefox: 142, edge: 140, yandex: 25 }, tolerance: 1 }
const good: Readings = {
  os: { windows: true, nt: 10 },
  deviceMemoryGb: 8,
  browser: { brand: 'chrome', major: 140 },
  mbps: { down: 40, up: 12 },
  camera: { width: 1280, height: 720, fps: 30 },
  microphoneHeard: true,
  toneConfirmed: true,
  screenExtended: false,
  mobile: false,
}
const of004 = (change: Partial<Readings>) => prove(minimumsOf('004'), { ...good, ...change }, table)

test('004 App. 1: what a browser proves, and what stays the examinee’s word', () =>
  expect(of004({})).toEqual({
    device: 'proven',
    os: 'proven',
    ram: 'proven',
    browser: 'proven',
    net: 'proven',
    camera: 'proven',
    microphone: 'proven',
    speakers: 'unproven',
    disk: 'unproven',
    monitor: 'proven',
  }))

for (const [what, item, change, expected] of [
  ['Windows XP', 'os', { os: { windows: true, nt: 5.1 } }, 'failed'],
  ['Windows 7', 'os', { os: { windows: true, nt: 6.1 } }, 'proven'],
  ['an unnamed system', 'os', { os: null }, 'unproven'],
  ['memory read as 4 GB, which 3 GB may be', 'ram', { deviceMemoryGb: 4 }, 'unproven'],
  ['memory read as 1 GB', 'ram', { deviceMemoryGb: 1 }, 'failed'],
  ['a browser that does not tell its memory', 'ram', { deviceMemoryGb: null }, 'unproven'],
  ['one version behind', 'browser', { browser: { brand: 'chrome', major: 139 } }, 'proven'],
  ['two versions behind', 'browser', { browser: { brand: 'chrome', major: 138 } }, 'failed'],
  ['Edge, which 004 does not name', 'browser', { browser: { brand: 'edge', major: 140 } }, 'failed'],
  ['Yandex', 'browser', { browser: { brand: 'yandex', major: 25 } }, 'proven'],
  ['5 Mbit/s', 'net', { mbps: { down: 5, up: 5 } }, 'proven'],
  ['4.9 Mbit/s up', 'net', { mbps: { down: 50, up: 4.9 } }, 'failed'],
  ['640x480 at 15', 'camera', { camera: { width: 640, height: 480, fps: 15 } }, 'proven'],
  ['640x480 at 14', 'camera', { camera: { width: 640, height: 480, fps: 14 } }, 'failed'],
  ['no camera', 'camera', { camera: null }, 'failed'],
  ['silence', 'microphone', { microphoneHeard: false }, 'failed'],
  ['a tone that was not heard', 'speakers', { toneConfirmed: false }, 'failed'],
  ['an extended desktop', 'monitor', { screenExtended: true }, 'failed'],
  ['Firefox, which does not tell', 'monitor', { screenExtended: null }, 'unproven'],
  ['a telephone', 'device', { mobile: true }, 'failed'],
] as const)
  test(`004: ${what} is ${expected}`, () => expect(of004(change)[item]).toBe(expected))

test('001 7.3: Windows XP, 512 MB and any camera do; the processor can only be declared; Yandex is not named', () => {
  const of001 = (change: Partial<Readings>) => prove(minimumsOf('001'), { ...good, ...change }, table)
  const old = of001({
    os: { windows: true, nt: 5.1 },
    deviceMemoryGb: 1,
    camera: { width: 320, height: 240, fps: 5 },
    mbps: { down: 1, up: 1 },
  })
  expect(old).toMatchObject({ os: 'proven', ram: 'proven', camera: 'proven', net: 'proven', cpu: 'unproven' })
  expect(old.disk).toBeUndefined()
  expect(of001({ browser: { brand: 'yandex', major: 25 } }).browser).toBe('failed')
})

test('003 leaves its numbers to the instruction: what it does not set is not asked', () => {
  const found = prove(minimumsOf('003'), good, table)
  expect(Object.keys(found).sort()).toEqual(['camera', 'device', 'microphone', 'monitor', 'net'])
})

test('App. 1 of 004 binds the staff too', () => {
  expect(minimumsOf('004').appliesToStaff).toBe(true)
  expect(minimumsOf('001').appliesToStaff).toBe(false)
})

test('a declaration fills what cannot be proven and never undoes what was measured', () => {
  const proofs = of004({ camera: { width: 320, height: 240, fps: 30 } })
  const before = equipmentRecord(proofs, ['camera'], false)
  expect(before.outcome).toBe('declare')
  expect(before.toDeclare).toEqual(['speakers', 'disk'])
  const declared = equipmentRecord(proofs, ['speakers', 'disk', 'camera'], false)
  expect(declared.items).toMatchObject({ speakers: 'declared', disk: 'declared', camera: 'failed' })
  expect(declared).toMatchObject({ outcome: 'accept_risk', belowMinimum: ['camera'] })
  expect(equipmentRecord(proofs, ['speakers', 'disk'], true).outcome).toBe('fit')
})

test('a telephone is refused whatever risk is accepted', () =>
  expect(equipmentRecord(of004({ mobile: true }), ['speakers', 'disk'], true).outcome).toBe('refused'))

test('TR-23 telephones are banned from the proctored session alone', () => {
  const { mobileAllowed } = minimumsOf('004')
  expect(mobileRefused('proctored_session', mobileAllowed)).toBe(true)
  for (const purpose of ['consent', 'chat', 'schedule', 'appeal', 'video_conference'] as const)
    expect(mobileRefused(purpose, mobileAllowed), purpose).toBe(false)
  expect(mobileRefused('proctored_session', true)).toBe(false)
})
