import { expect, test } from 'vitest'
import {
  isTranslated,
  isVirtualCamera,
  isVirtualMachine,
  panelOpened,
  takesPageAway,
  takesScreenshot,
} from './facts.ts'

test('T-04 a camera that says it is virtual is known by its name; an ordinary one is not', () => {
  for (const label of [
    'OBS Virtual Camera',
    'fake_device_0',
    'ManyCam Virtual Webcam',
    'Dummy video device (0x0000)',
  ])
    expect(isVirtualCamera(label), label).toBe(true)
  for (const label of [
    'Integrated Camera (13d3:5654)',
    'Logitech HD Pro Webcam C920',
    'FaceTime HD Camera',
    '',
  ])
    expect(isVirtualCamera(label), label).toBe(false)
})

test('R3-6.6.5 the graphics of a virtual machine is known; a machine without a card is no virtual one', () => {
  for (const renderer of [
    'llvmpipe (LLVM 15.0.7, 256 bits)',
    'VMware SVGA3D',
    'ANGLE (VirtualBox Graphics Adapter)',
  ])
    expect(isVirtualMachine(renderer, []), renderer).toBe(true)
  for (const renderer of ['ANGLE (Intel(R) UHD Graphics 620)', 'Google SwiftShader', 'Apple M2', null])
    expect(isVirtualMachine(renderer, ['Integrated Camera']), String(renderer)).toBe(false)
  expect(isVirtualMachine(null, ['VMware Virtual USB Video Device'])).toBe(true)
})

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
