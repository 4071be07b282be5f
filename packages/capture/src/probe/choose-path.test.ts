import { expect, test } from 'vitest'
import { wrongSurface } from '../page/devices.ts'
import { choosePath, type Features } from './choose-path.ts'

const chromium: Features = {
  phone: false,
  secureContext: true,
  camera: true,
  screen: true,
  locks: true,
  ed25519: true,
  trackProcessor: true,
  encoders: { vp9: true, vp8: true, avc: true, opus: true },
  recorderTypes: ['video/webm;codecs=vp9,opus'],
}
const none = { vp9: false, vp8: false, avc: false, opus: false }

for (const [name, has, result] of [
  ['Chromium', {}, { feed: 'stream', format: 'webm_vp9' }],
  ['Firefox has no track processor', { trackProcessor: false }, { feed: 'grab', format: 'webm_vp9' }],
  [
    'Safari-like: H264 only',
    { encoders: { ...none, avc: true, opus: true } },
    { feed: 'stream', format: 'mp4_avc' },
  ],
  [
    'no sound encoder: MediaRecorder',
    {
      encoders: { ...none, avc: true },
      recorderTypes: ['video/mp4;codecs=avc1.42E01E,opus', 'video/webm;codecs=vp9,opus'],
    },
    { feed: 'chunks', format: 'mp4_avc', container: 'mp4', mimeType: 'video/mp4;codecs=avc1.42E01E,opus' },
  ],
  ['a phone is told so, whatever it can do', { phone: true }, { unsupported: 'phone' }],
  ['an address without TLS', { secureContext: false }, { unsupported: 'insecure' }],
  ['no way to share a screen', { screen: false }, { unsupported: 'no_screen_api' }],
  ['receipts could not be checked', { ed25519: false }, { unsupported: 'no_crypto' }],
  ['nothing to encode with', { encoders: none, recorderTypes: [] }, { unsupported: 'no_encoder' }],
] as const)
  test(`path: ${name}`, () => expect(choosePath({ ...chromium, ...has }, true)).toEqual(result))

test('a camera-only exam needs no screen', () => {
  expect(choosePath({ ...chromium, screen: false }, false)).toEqual({ feed: 'stream', format: 'webm_vp9' })
})

for (const [surface, required, why] of [
  ['monitor', true, null],
  ['window', true, 'not_monitor'],
  ['browser', true, 'not_monitor'],
  [undefined, true, 'surface_unknown'],
  ['window', false, null],
] as const)
  test(`R1-7.2b a shared ${surface} while ${required ? 'the whole screen is' : 'nothing is'} required: ${why}`, () =>
    expect(wrongSurface(surface, { requireMonitor: required })).toBe(why))
