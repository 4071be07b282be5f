import { expect, test } from 'vitest'
import { nothingRecorded, readOf, recordedNow } from './recorded-devices.ts'

const usual = { camera: 'HD Webcam', microphone: 'Микрофон' }
const other = { ...usual, camera: 'Logitech C270' }
const began = recordedNow(nothingRecorded, usual)

test('what an exam began with, and what is off or not open yet, is no replacement', () => {
  expect(began).toEqual({ now: usual, before: {} })
  expect(recordedNow(began, usual)).toEqual(began)
  expect(recordedNow(began, {})).toEqual(began)
  expect(recordedNow(began, { camera: '' })).toEqual(began)
})

test('another camera names the one before until that is read or the first one is back', () => {
  const replaced = recordedNow(began, other)
  expect(replaced).toEqual({ now: other, before: { camera: 'HD Webcam' } })
  expect(recordedNow(replaced, other), 'a reload changes nothing').toEqual(replaced)
  expect(recordedNow(replaced, { camera: 'Третья' }).before, 'a third in its place').toEqual({
    camera: 'HD Webcam',
  })
  expect(recordedNow(replaced, usual)).toEqual(began)
  expect(readOf(replaced, 'camera')).toEqual({ now: other, before: {} })
  expect(readOf(replaced, 'microphone')).toEqual(replaced)
})
