import { form0011 } from '../f-001-1.ts'
import { school } from './institutions.ts'
import { noisy } from './sessions.ts'

const rows = Array.from({ length: 18 }, (_, i) => String(i + 1))

export const of001 = {
  'F-001-1': () =>
    form0011({
      institution: school,
      examinee: 'Соколов Артём Игоревич',
      grade: '9 «Б»',
      session: { ...noisy, discipline: 'Математика' },
      denied: rows.filter((row) => row !== '3'),
    }),
} as const
