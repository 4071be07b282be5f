import { expect, test } from 'vitest'
import { isVirtualCamera } from '@ochno/domain/hint/devices'
import { type CameraSeen, cameraFacts } from './camera-facts.ts'

const usual: CameraSeen = { state: 'live', muted: false, label: 'HD Webcam', height: 480, slowNetwork: false }

test('a camera that is a program is known by its name, and a webcam is not', () => {
  for (const label of [
    'OBS Virtual Camera',
    'ManyCam Virtual Webcam',
    'Snap Camera',
    'DroidCam Source 3',
    'Dummy video device (0x0000)',
  ])
    expect([label, isVirtualCamera(label)]).toEqual([label, true])
  for (const label of [
    'Integrated Camera (04f2:b6d0)',
    'Logitech C270',
    'HP TrueVision HD',
    'Jobson Webcam',
    '',
  ])
    expect([label, isVirtualCamera(label)]).toEqual([label, false])
})

test('R3-6.7.7 a small picture is a hint where the network is well, and a technical fact where it is not', () => {
  expect(cameraFacts(usual).quality).toBe('good')
  expect(cameraFacts({ ...usual, height: 240 }).quality).toBe('poor_without_cause')
  expect(cameraFacts({ ...usual, height: 240, slowNetwork: true }).quality).toBe('poor_network')
})

test('a camera taken away is ended, one the system silenced is muted', () => {
  expect(cameraFacts({ ...usual, state: 'lost' }).track).toBe('ended')
  expect(cameraFacts({ ...usual, muted: true }).track).toBe('muted')
})
