import { expect, test } from 'vitest'
import { instant, Temporal } from '../time.ts'
import { mayActFor, type Representation, representationEnds } from './representation.ts'
import { birthday, type Person, type Signer, signersFor, signersMissing } from './signers.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const ages = { representativeAloneUntil: 14, bothUntil: 18 }
const born = (iso: string, incapable = false): Person => ({ born: day(iso), incapable })

const cases: readonly (readonly [string, string, readonly Signer[]])[] = [
  ['P-11a TR-33 the day before the 14th birthday the representative alone', '2026-05-11', ['representative']],
  ['P-11b TR-33 on the 14th birthday both', '2026-05-12', ['examinee', 'representative']],
  ['P-11b TR-33 the day before the 18th birthday both', '2030-05-11', ['examinee', 'representative']],
  ['P-11c TR-33 on the 18th birthday the person alone', '2030-05-12', ['examinee']],
]
for (const [rule, on, signers] of cases)
  test(rule, () => expect(signersFor(born('2012-05-12'), day(on), ages)).toEqual(signers))

test('TR-33 an adult a court found incapable is represented', () => {
  expect(signersFor(born('1990-01-01', true), day('2026-05-12'), ages)).toEqual(['representative'])
})

test('TR-33 TR-65 while the institution has not decided the ages nobody signs', () => {
  expect(signersFor(born('1990-01-01'), day('2026-05-12'), null)).toBeNull()
  expect(
    signersMissing(['examinee', 'representative'], born('1990-01-01'), day('2026-05-12'), null),
  ).toBeNull()
})

test('TR-33 a parent’s signature does not carry a child who turns 14 before the exam', () => {
  const child = born('2012-05-12')
  expect(signersMissing(['representative'], child, day('2026-05-11'), ages)).toEqual([])
  expect(signersMissing(['representative'], child, day('2026-05-12'), ages)).toEqual(['examinee'])
  expect(signersMissing(['representative', 'examinee'], child, day('2031-01-01'), ages)).toEqual([])
})

for (const [date, age, on] of [
  ['2008-02-29', 18, '2026-03-01'],
  ['2008-02-29', 20, '2028-02-29'],
  ['2008-03-01', 18, '2026-03-01'],
] as const)
  test(`TR-33 born on ${date} one is ${age} on ${on}`, () =>
    expect(birthday(day(date), age).toString()).toBe(on))

const rules = { majority: 18, zone: 'Asia/Yekaterinburg' }
const link: Representation = {
  representative: 'acc_mother',
  child: 'acc_child',
  proof: 'Свидетельство о рождении',
  verifiedAt: instant('2026-01-15T08:00:00Z'),
  endedAt: null,
}
const child = { id: 'acc_child', ...born('2012-05-12') }
// The 18th birthday begins in Yekaterinburg.
const eighteen = instant('2030-05-11T19:00:00Z')

test('P-11c representation ends with the first moment of the 18th birthday on the institution’s clock', () => {
  expect(representationEnds(link, child, rules)).toEqual(eighteen)
  expect(mayActFor([link], 'acc_mother', child, rules, eighteen.subtract({ milliseconds: 1 }))).toBe('yes')
  expect(mayActFor([link], 'acc_mother', child, rules, eighteen)).toBe('over')
})

test('TR-33 a court may end it earlier, never later', () => {
  const court = instant('2027-03-01T10:00:00Z')
  expect(representationEnds({ ...link, endedAt: court }, child, rules)).toEqual(court)
  expect(representationEnds({ ...link, endedAt: instant('2035-01-01T00:00:00Z') }, child, rules)).toEqual(
    eighteen,
  )
  expect(mayActFor([{ ...link, endedAt: court }], 'acc_mother', child, rules, court)).toBe('over')
})

test('TR-33 guardianship of an incapable adult does not end with a birthday', () => {
  const ward = { ...child, incapable: true }
  expect(representationEnds(link, ward, rules)).toBeNull()
  expect(mayActFor([link], 'acc_mother', ward, rules, instant('2040-01-01T00:00:00Z'))).toBe('yes')
})

test('R0-1.1b a parent without a verified link to the child sees nothing of it', () => {
  const now = instant('2026-05-12T08:00:00Z')
  expect(mayActFor([], 'acc_mother', child, rules, now)).toBe('not_linked')
  expect(mayActFor([link], 'acc_stranger', child, rules, now)).toBe('not_linked')
  expect(mayActFor([link], 'acc_mother', { ...child, id: 'acc_other' }, rules, now)).toBe('not_linked')
  expect(mayActFor([{ ...link, verifiedAt: null }], 'acc_mother', child, rules, now)).toBe('not_verified')
  expect(mayActFor([link], 'acc_mother', child, rules, now)).toBe('yes')
})

test('R0-1.1b one parent may be linked to several children', () => {
  const now = instant('2026-05-12T08:00:00Z')
  const links = [link, { ...link, child: 'acc_brother' }]
  expect(mayActFor(links, 'acc_mother', { ...child, id: 'acc_brother' }, rules, now)).toBe('yes')
})
