import { afterEach, expect, test, vi } from 'vitest'
import { askCamera, type CameraChoice } from './devices.ts'

type Wish = { readonly deviceId?: { readonly exact: string } }

/** A machine with these devices; whatever is held by another program answers so. */
function machine(there: { cameras: readonly string[]; microphones: readonly string[]; busy?: string }) {
  const asked: (readonly [string | null, string | null])[] = []
  const getUserMedia = async ({ video, audio }: { video: Wish; audio: Wish }) => {
    const [camera, microphone] = [video.deviceId?.exact ?? null, audio.deviceId?.exact ?? null]
    asked.push([camera, microphone])
    if (there.cameras.length === 0 || there.microphones.length === 0)
      throw new DOMException('none', 'NotFoundError')
    if (camera && camera === there.busy) throw new DOMException('busy', 'NotReadableError')
    if (camera && !there.cameras.includes(camera)) throw new DOMException('gone', 'OverconstrainedError')
    if (microphone && !there.microphones.includes(microphone))
      throw new DOMException('gone', 'OverconstrainedError')
    return { camera: camera ?? there.cameras[0], microphone: microphone ?? there.microphones[0] }
  }
  const enumerateDevices = async () => there.cameras.map(() => ({ kind: 'videoinput' }))
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia, enumerateDevices } })
  return asked
}
afterEach(() => vi.unstubAllGlobals())

const two = { cameras: ['built-in', 'usb'], microphones: ['inside', 'desk'] }
const chosen: CameraChoice = { cameraId: 'usb', microphoneId: 'desk' }

const cases: readonly (readonly [string, typeof two, CameraChoice, object])[] = [
  ['nothing was chosen', two, {}, { ok: true, stream: { camera: 'built-in', microphone: 'inside' } }],
  ['what was chosen is there', two, chosen, { ok: true, stream: { camera: 'usb', microphone: 'desk' } }],
  [
    'the chosen camera is gone: the usual one, with the chosen microphone',
    { ...two, cameras: ['built-in'] },
    chosen,
    { ok: true, stream: { camera: 'built-in', microphone: 'desk' }, gone: ['camera'] },
  ],
  [
    'the chosen microphone is gone: the usual one, with the chosen camera',
    { ...two, microphones: ['inside'] },
    chosen,
    { ok: true, stream: { camera: 'usb', microphone: 'inside' }, gone: ['microphone'] },
  ],
  [
    'both are gone',
    { cameras: ['built-in'], microphones: ['inside'] },
    chosen,
    { ok: true, stream: { camera: 'built-in', microphone: 'inside' }, gone: ['camera', 'microphone'] },
  ],
  ['there is no camera at all', { ...two, cameras: [] }, chosen, { ok: false, why: 'no_camera' }],
  ['there is no microphone at all', { ...two, microphones: [] }, chosen, { ok: false, why: 'no_microphone' }],
]
for (const [what, there, choice, answer] of cases)
  test(`a camera is asked for: ${what}`, async () => {
    machine(there)
    expect(await askCamera(choice)).toEqual(answer)
  })

test('a chosen camera that another program holds is not replaced behind the person’s back', async () => {
  const asked = machine({ ...two, busy: 'usb' })
  expect(await askCamera(chosen)).toEqual({ ok: false, why: 'device_busy' })
  expect(asked).toEqual([['usb', 'desk']])
})
