import { expect, test } from 'vitest'
import { changesOf, type Devices, isVirtualCamera, virtualSigns } from './devices.ts'
import { during } from './samples.ts'
import { calibration1 } from './settings.ts'
import { nothingWatched, watcher } from './watch.ts'
import { unruled } from '../policy/effective.ts'

const usual: Devices = {
  camera: 'HD Webcam',
  microphone: 'Микрофон (Realtek)',
  cameras: ['HD Webcam'],
  screen: { width: 1920, height: 1080, pixelRatio: 1 },
}

test('a camera or a microphone that came in the place of another is told by its name, one that is only plugged in is not', () => {
  expect(changesOf(usual, usual)).toEqual({})
  expect(changesOf(usual, { ...usual, camera: 'Logitech C270' })).toEqual({ camera: 'Logitech C270' })
  expect(changesOf(usual, { ...usual, microphone: 'Гарнитура' })).toEqual({ microphone: 'Гарнитура' })
  expect(changesOf(usual, { ...usual, cameras: ['HD Webcam', 'Logitech C270'] })).toEqual({})
  expect(changesOf(usual, { ...usual, camera: null, microphone: null })).toEqual({})
  expect(changesOf({ ...usual, camera: null }, usual), 'whose names come late').toEqual({})
})

test('R3-6.7.7 a camera that is a program is told when it appears, and not again while it stays', () => {
  const now = { ...usual, cameras: ['HD Webcam', 'OBS Virtual Camera'] }
  expect(changesOf(usual, now)).toEqual({ program: 'OBS Virtual Camera' })
  expect(changesOf(now, now)).toEqual({})
  expect(isVirtualCamera('HP TrueVision HD')).toBe(false)
})

test('TR-50 another monitor is known by its size, a zoom or a turned screen is not one', () => {
  const screen = { width: 1366, height: 768, pixelRatio: 1 }
  expect(changesOf(usual, { ...usual, screen })).toEqual({ monitor: true })
  expect(changesOf(usual, { ...usual, screen: { width: 1080, height: 1920, pixelRatio: 1 } })).toEqual({})
  expect(changesOf(usual, { ...usual, screen: { width: 1536, height: 864, pixelRatio: 1.25 } })).toEqual({})
})

test('R3-6.6.5 graphics of a virtual machine are plain, graphics without a card or an odd screen weak, a usual computer nothing', () => {
  const { screen } = usual
  for (const renderer of ['ANGLE (VMware, SVGA3D)', 'Parallels Display', 'virgl (Intel)', 'Hyper-V Video'])
    expect(virtualSigns({ renderer, screen }), renderer).toEqual({ plain: true, weak: false })
  for (const renderer of ['llvmpipe (LLVM 15.0.6)', 'Microsoft Basic Render Driver'])
    expect(virtualSigns({ renderer, screen }), renderer).toEqual({ plain: false, weak: true })
  expect(virtualSigns({ renderer: null, screen: { width: 1718, height: 927, pixelRatio: 1 } }).weak).toBe(
    true,
  )
  for (const renderer of ['ANGLE (Intel, HD Graphics 4000)', 'Google SwiftShader', null])
    expect(virtualSigns({ renderer, screen }), String(renderer)).toEqual({ plain: false, weak: false })
  const scaled = { width: 1707, height: 961, pixelRatio: 1.5 }
  expect(virtualSigns({ renderer: null, screen: scaled }).weak, 'a scaled screen is usual').toBe(false)
})

test('R0-2.5a.1 each change is a weak hint that names the device, once', () => {
  const { feed, hints } = watcher({ act: null, policy: unruled, calibration: calibration1 })
  const changed = {
    camera: 'Logitech C270',
    microphone: 'Гарнитура',
    program: 'OBS Virtual Camera',
    monitor: true,
  } as const
  const found = hints(feed(nothingWatched, during('browser', { changed, virtualWeak: true }, 1_000, 2_000)))
  expect(found.map(({ rule, code, name, strength }) => [rule, code, name, strength])).toEqual(
    expect.arrayContaining([
      ['camera_replaced', 'video_signal_interrupted', 'Logitech C270', 0.3],
      ['microphone_replaced', 'microphone_sensitivity_changed', 'Гарнитура', 0.3],
      ['camera_program', 'video_quality_artificially_reduced', 'OBS Virtual Camera', 0.3],
      ['monitor_replaced', 'additional_monitor', undefined, 0.3],
      ['virtual_machine_weak', 'virtual_machine', undefined, 0.3],
    ]),
  )
  expect(found).toHaveLength(5)
})
