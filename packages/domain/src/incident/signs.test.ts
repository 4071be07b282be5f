import { expect, test } from 'vitest'
import { type Accommodation, coveredBy } from '../accommodation/accommodation.ts'
import { assess } from '../accommodation/assess.ts'
import { catalogue } from './catalogue.ts'
import { nothingPermitted } from './permitted.ts'
import { noteOf, outsiderSigns, signsOf } from './signs.ts'

test('R1-6.2f an outsider in the frame has the three signs of 001 in its words, and no other code or act has them', () => {
  expect(signsOf('outsider_in_frame', '001')).toEqual([
    { sign: 'direct', wording: 'прямое попадание в кадр' },
    { sign: 'moving_shadow', wording: 'двигающаяся тень' },
    { sign: 'talk', wording: 'разговоры' },
  ])
  expect(signsOf('gadgets', '001')).toEqual([])
  expect(signsOf('outsider_in_frame', '004')).toEqual([])
  for (const word of ['прямое попадание', 'двигающаяся тень', 'разговоры'])
    expect(catalogue.outsider_in_frame.wording).toContain(word)
  expect(noteOf({ sign: 'moving_shadow', note: 'на стене слева' })).toBe('двигающаяся тень: на стене слева')
  expect(noteOf({ sign: 'talk', note: '' })).toBe('разговоры')
  expect(noteOf({ note: 'в дверях' })).toBe('в дверях')
})

const conditions: readonly (readonly [string, Accommodation])[] = [
  ['6.2c', { kind: 'primary_technical_help', grade: 3 }],
  ['6.2d', { kind: 'grade1_parent_reads', grade: 1, helper: 'Белова О. П.' }],
  [
    '6.2e',
    { kind: 'pmpk_assistant', document: 'ПМПК № 7', services: ['take_seat'], helper: 'Иванова И. И.' },
  ],
]

for (const [clause, condition] of conditions)
  test(`R1-6.2f who helps under ${clause} is no outsider by any of the signs, and an outsider stays one without the help`, () => {
    const kind = { verdict: 'permitted', because: [condition.kind] }
    for (const sign of outsiderSigns) {
      const seen = { code: 'outsider_in_frame', sign } as const
      expect(assess(seen, nothingPermitted, [condition]), sign).toEqual(kind)
      expect(assess(seen, nothingPermitted, []).verdict, sign).toBe('counts')
    }
    // Talk that a machine hears beside the helper is covered with it.
    expect(coveredBy({ code: 'third_party_conversation' }, [condition])).toEqual(kind)
    expect(coveredBy({ code: 'unidentified_person_on_camera' }, [condition]).verdict).toBe('counts')
  })

test('R1-6.2f a helper who is not named yet covers nobody', () => {
  const nobody = { kind: 'grade1_parent_reads', grade: 1, helper: null } as const
  expect(coveredBy({ code: 'outsider_in_frame', sign: 'direct' }, [nobody]).verdict).toBe('counts')
})
