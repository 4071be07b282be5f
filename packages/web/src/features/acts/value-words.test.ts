import { proposalOf, settingOf } from '@ochno/domain/policy/act-policy'
import { DUTY } from '@ochno/domain/policy/parameter'
import { preset } from '@ochno/domain/policy/presets'
import { policyKeys, parameters } from '@ochno/domain/policy/schema'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en, ru } from '../../i18n/resources.ts'
import { type AnyValue, valueWords } from './value-words.ts'

const speaking = (lng: 'ru' | 'en') => {
  const i18n = i18next.createInstance()
  void i18n.init({
    lng,
    resources: { ru: { app: ru }, en: { app: en } },
    defaultNS: 'app',
    initAsync: false,
    interpolation: { escapeValue: false },
  })
  return valueWords({ t: i18n.t, exists: i18n.exists.bind(i18n), language: lng })
}
const russian = speaking('ru')
const english = speaking('en')

test('a number takes the form of its unit that fits it', () => {
  const days = [1, 2, 5, 11, 21, 22, 112].map((number) => russian('appeal.filing_days', number))
  expect(days).toEqual([
    '1 рабочий день',
    '2 рабочих дня',
    '5 рабочих дней',
    '11 рабочих дней',
    '21 рабочий день',
    '22 рабочих дня',
    '112 рабочих дней',
  ])
  expect(russian('retention.video_months', 12)).toBe('12 месяцев')
  expect(russian('tech_failure.min_minutes', 1)).toBe('1 минута')
  expect(russian('capacity.max_simultaneous', 15)).toBe('15 человек')
  expect([1, 2, 5].map((number) => english('appeal.filing_days', number))).toEqual([
    '1 working day',
    '2 working days',
    '5 working days',
  ])
  expect(english('capacity.max_simultaneous', 1)).toBe('1 person')
})

test('what is merely counted is a number, a share is per cent, a day of the year has the name of its month', () => {
  expect(russian('decision.starred_threshold', 2)).toBe('2')
  expect(russian('camera.face_min_fraction', 0.2)).toBe('20 %')
  expect(english('camera.face_min_fraction', 0.2)).toBe('20%')
  expect(russian('academic_year.start', '09-01')).toBe('1 сентября')
  expect(english('academic_year.start', '09-01')).toMatch(/September/)
})

test('a word that means different things is told by its parameter', () => {
  expect(russian('proctor.kinds', ['own'])).toBe('работник учреждения')
  expect(russian('appeal.right', ['own'])).toBe('то, что определит учреждение')
  expect(russian('live.warning_media', ['audio'])).toBe('голосом')
  expect(russian('recording.media', ['audio'])).toBe('звук')
})

/** Every value the product itself can offer: choices, duties, proposals, and what the five acts say. */
const offered: readonly (readonly [(typeof policyKeys)[number], AnyValue])[] = policyKeys.flatMap((key) => {
  const { choices = [], kind } = parameters[key]
  const said = (['000', '001', '002', '003', '004'] as const).flatMap((act) => {
    const setting = settingOf(preset(act), key)
    const proposal = proposalOf(preset(act), key)
    return [...(setting.state === 'open' ? [] : [setting.value]), ...(proposal === null ? [] : [proposal])]
  })
  const all: AnyValue[] = [...choices, ...(kind === 'duty' ? DUTY : []), ...said]
  return all.map((value) => [key, value] as const)
})

test('no choice, proposal or value of an act is shown by its code', () => {
  expect(offered.length).toBeGreaterThan(400)
  const coded = (words: typeof russian) =>
    offered
      .filter(([key, value]) =>
        words(key, value)
          .split('; ')
          .some((word) => /^[a-z]+_[a-z_]+$/.test(word)),
      )
      .map(([key]) => key)
  expect(coded(russian)).toEqual([])
  expect(coded(english)).toEqual([])
  // A product's or a system's own name stays in its letters; it never begins small.
  const latin = offered
    .filter(([key, value]) => /(^|; )[a-z]\w*(;|$)/.test(russian(key, value)))
    .map(([key, value]) => `${key}: ${String(value)}`)
  expect(latin).toEqual([])
})
