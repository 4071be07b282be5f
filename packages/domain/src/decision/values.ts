import type { ListingAct } from '../incident/violation.ts'

/** Results in the words of each act; they are never translated into each other (TR-42). */
export const resultValues = {
  confirmed: 'результат подтверждён, нарушений нет',
  negative: 'отрицательный результат (неуспешное прохождение процедуры проверки)',
  negative_grade: 'отрицательная оценка',
  unsatisfactory: 'неудовлетворительно',
  not_passed: 'незачтено',
  passed: 'зачтено',
  grade_5: 'отлично',
  grade_4: 'хорошо',
  grade_3: 'удовлетворительно',
  not_attested: 'не аттестован',
  non_attestation: 'неаттестация',
  result_annulled: 'результат аннулируется',
  attempt_annulled: 'попытка аннулируется',
  testing_cancelled: 'отмена тестирования',
  retake: 'повторное прохождение',
  postponed: 'перенос',
} as const

export type ResultValue = keyof typeof resultValues

const everywhere = [
  'confirmed',
  'negative',
  'negative_grade',
  'attempt_annulled',
  'result_annulled',
  'retake',
  'postponed',
] as const

/** The vocabulary a decision maker may choose from under an act. */
export const vocabulary: Readonly<Record<ListingAct, readonly ResultValue[]>> = {
  '001': [...everywhere, 'not_attested', 'non_attestation'],
  '003': everywhere,
  '004': [
    ...everywhere,
    'not_attested',
    'unsatisfactory',
    'grade_3',
    'grade_4',
    'grade_5',
    'passed',
    'not_passed',
    'testing_cancelled',
  ],
}
