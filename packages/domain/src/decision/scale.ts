// 004 App. 4, column 8: «зачтено/незачтено» or the four grades, one scale for an exam (R4-A4.08).
import { type ResultValue, resultValues } from './values.ts'

export type Scale = 'pass_fail' | 'four_grades'

const ofScale: Readonly<Record<Scale, readonly ResultValue[]>> = {
  pass_fail: ['passed', 'not_passed'],
  four_grades: ['grade_5', 'grade_4', 'grade_3', 'unsatisfactory'],
}

const grades: readonly ResultValue[] = Object.values(ofScale).flat()

/** A grade of the other scale does not fit; what is no grade at all («не аттестован») fits every scale. */
export const fitsScale = (value: ResultValue, scale: Scale): boolean =>
  !grades.includes(value) || ofScale[scale].includes(value)

/** What the column may say, as it is printed. */
export const columnEight = (scale: Scale): readonly string[] =>
  ofScale[scale].map((value) => resultValues[value])
