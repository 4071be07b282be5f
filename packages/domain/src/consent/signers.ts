import type { PlainDate } from '../calendar/working-days.ts'
import { Temporal } from '../time.ts'
import type { AgeRule } from './rules.ts'

/** Civil Code art. 21: from this birthday on nobody represents a person who is of sound mind. */
export const MAJORITY = 18

export type Signer = 'examinee' | 'representative'

/** Born on 29 February, one comes of age on 1 March of a common year. */
export function birthday(born: PlainDate, age: number): PlainDate {
  const year = born.year + age
  const leapDay = born.month === 2 && born.day === 29
  return leapDay && !Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear
    ? Temporal.PlainDate.from({ year, month: 3, day: 1 })
    : Temporal.PlainDate.from({ year, month: born.month, day: born.day })
}

/** The age is reached at the beginning of the birthday. */
const isAtLeast = (born: PlainDate, age: number, on: PlainDate): boolean =>
  Temporal.PlainDate.compare(on, birthday(born, age)) >= 0

/** `incapable`: a court found the adult incapable; his guardian consents (152-ФЗ art. 9 part 6). */
export type Person = { readonly born: PlainDate; readonly incapable: boolean }

/** Null: the institution has not decided the ages, so nobody may consent yet (TR-33, TR-65). */
export function signersFor(person: Person, on: PlainDate, rule: AgeRule | null): readonly Signer[] | null {
  if (rule === null) return null
  if (person.incapable) return ['representative']
  if (isAtLeast(person.born, rule.bothUntil, on)) return ['examinee']
  return isAtLeast(person.born, rule.representativeAloneUntil, on)
    ? ['examinee', 'representative']
    : ['representative']
}

/** Counted for the day of the exam: a parent's signature does not carry a person who has grown up since. */
export function signersMissing(
  signed: readonly Signer[],
  person: Person,
  on: PlainDate,
  rule: AgeRule | null,
): readonly Signer[] | null {
  return signersFor(person, on, rule)?.filter((signer) => !signed.includes(signer)) ?? null
}
