import { expect, test } from 'vitest'
import { instant, Temporal } from '../time.ts'
import { mayAnswer, newProgrammes } from './new-programme.ts'
import type { ConsentRecord } from './record.ts'
import type { ConsentRules } from './rules.ts'
import { sameProgramme } from './same-programme.ts'

const day = Temporal.PlainDate.from
const adult = { born: day('2000-01-01'), incapable: false }
const rules: ConsentRules = {
  required: ['biometric', 'third_party_transfer'],
  reaskOnChange: true,
  age: { representativeAloneUntil: 14, bothUntil: 18 },
}
const signed = (changed: Partial<ConsentRecord> = {}): ConsentRecord => ({
  kind: 'biometric',
  textVersion: 'ctx_1',
  signed: ['examinee'],
  signedOn: day('2026-04-01'),
  signedAt: instant('2026-04-01T08:00:00Z'),
  programme: 'Электромонтёр',
  withdrawal: null,
  expelledOn: null,
  ...changed,
})
const on = day('2026-05-12')
const found = (
  records: readonly ConsentRecord[],
  programmes: readonly string[],
  papers: readonly string[] = [],
) => newProgrammes(records, adult, programmes, on, rules, papers)

test('TR-54 a person of another programme is brought to the office once for the paper, with every consent it carries', () => {
  const paper = [signed(), signed({ kind: 'third_party_transfer' })]
  expect(found(paper, ['Слесарь', 'Слесарь', 'Электромонтёр'])).toEqual([
    { programme: 'Слесарь', kinds: ['biometric', 'third_party_transfer'] },
  ])
})

test('TR-54 each of two programmes is named by a paper of its own: neither comes back after the other was signed', () => {
  const two = ['Слесарь', 'Сварщик']
  expect(found([signed()], two).map(({ programme }) => programme)).toEqual(two)
  expect(found([signed()], two, ['слесарь']).map(({ programme }) => programme)).toEqual(['Сварщик'])
  expect(found([signed()], [...two, 'Электромонтёр'], two)).toEqual([])
})

for (const [why, records, programmes] of [
  ['the paper names this programme', [signed()], ['Электромонтёр']],
  ['it is written in other letters', [signed()], ['«ЭЛЕКТРОМОНТЕР» ']],
  ['one of two papers names it', [signed(), signed({ programme: 'Слесарь' })], ['Слесарь']],
  ['nothing was signed', [], ['Слесарь']],
  ['what was given on the screen names no programme', [signed({ programme: null })], ['Слесарь']],
  ['the consent is over', [signed({ expelledOn: day('2026-05-01') })], ['Слесарь']],
  ['the person studies nowhere', [signed()], []],
] as const)
  test(`TR-54 R4-3.11d the office is not asked where ${why}`, () => {
    expect(found(records, programmes)).toEqual([])
  })

test('TR-54 signing anew ends the question; until then the office may change its mind', () => {
  expect(mayAnswer(null, 'kept')).toBe(true)
  expect(mayAnswer('kept', 'asked')).toBe(true)
  expect(mayAnswer('asked', 'signed')).toBe(true)
  expect(mayAnswer('kept', 'kept')).toBe(false)
  expect(mayAnswer('signed', 'asked')).toBe(false)
})

test('TR-54 names of programmes differ by their words alone', () => {
  expect(sameProgramme('Сварщик', 'Сварщик (наплавка)')).toBe(false)
  expect(sameProgramme('Охрана  труда', 'охрана труда')).toBe(true)
})
