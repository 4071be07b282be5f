// R1-7.2e: «осуществляется НЕ в соответствии с требованиями ГОСТ Р ИСО/МЭК 19794-5-2013». No picture of a face is normalised or scored.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hintReport } from '@ochno/contract/hints'
import { reportQuality } from '@ochno/contract/quality'
import { effectivePolicy } from '@ochno/domain/policy/effective'
import { preset } from '@ochno/domain/policy/presets'
import { figuresOf } from '@ochno/domain/quality/minute'
import { sharpnessOf } from '@ochno/domain/quality/sharpness'
import { honest } from '@ochno/domain/hint/samples'
import { expect, test } from 'vitest'

const packages = join(import.meta.dirname, '../..')
const sources = readdirSync(packages).flatMap((name) => {
  const folder = join(packages, name, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => [`${name}/src/${file}`, readFileSync(join(folder, file), 'utf8')] as const)
})

test('R1-7.2e preset 001 says no to ISO/IEC 19794-5, and no code asks: there is nothing it could switch on', () => {
  const effective = effectivePolicy(preset('001'))
  expect(effective.ok && effective.policy['biometrics.gost_19794_5'].value).toBe(false)
  expect(sources.length).toBeGreaterThan(500)
  const asks = sources.filter(([, text]) => /gost_19794_5/.test(text)).map(([file]) => file)
  expect(asks.filter((file) => !file.startsWith('domain/src/policy/'))).toEqual([])
})

test('R1-7.2e nothing that ships normalises the picture of a face or measures what the standard measures', () => {
  const measures =
    /inter-?(pupil|eye)|pupil_?distance|eye_?distance|icao|full_?frontal|token_?(face|image)|face_?quality|quality_?of_?face|normali[sz]e_?face|face_?normali[sz]/i
  const found = sources
    .filter(([file]) => !file.startsWith('domain/src/policy/') && !file.includes('/i18n/'))
    .filter(([, text]) => measures.test(text))
    .map(([file]) => file)
  expect(found).toEqual([])
})

test('R1-7.2e what a browser may tell of a picture is of the whole picture: counts and times, no score of a face', () => {
  const minute = reportQuality.body.shape.minutes.element.shape
  expect(Object.keys(minute).toSorted()).toEqual([
    'frames',
    'fromMs',
    'frozenMs',
    'sharpness',
    'toMs',
    'track',
  ])
  expect(Object.keys(hintReport.shape).filter((key) => /quality|score|image|picture/i.test(key))).toEqual([])
  expect(Object.keys(honest.face).toSorted()).toEqual([
    'count',
    'eyesCovered',
    'gaze',
    'on',
    'pitch',
    'share',
    'yaw',
  ])
})

test('R1-7.2e the same picture with its face moved has the same figure: no face is looked for', () => {
  const [width, height] = [64, 48]
  const spot = (left: number) =>
    Uint8Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [i % width, Math.floor(i / width)]
      return x >= left && x < left + 12 && y > 12 && y < 36 ? 200 : 60
    })
  const [here, there] = [4, 40].map((left) => sharpnessOf({ width, height, pixels: spot(left) }))
  expect(here).toBeCloseTo(there ?? 0, 5)
  const look = { frames: 1, still: false, sharpness: here ?? null }
  expect(Object.keys(figuresOf([look, look].map((one, i) => ({ ...one, at: i }))) ?? {})).toEqual([
    'from',
    'to',
    'frames',
    'frozenMs',
    'sharpness',
  ])
})
