import { blank0011 } from '../f-001-1.ts'
import { form0012 } from '../f-001-2.ts'
import { form0013 } from '../f-001-3.ts'
import { form0014 } from '../f-001-4.ts'
import { HAND, handDay, handFilled } from '../hand-filled.ts'
import { own, plain, rows, type Who } from './who.ts'

export const blanks001 = {
  'F-001-1': (_: Who) => blank0011(),
  'F-001-2': (_: Who) => handFilled(form0012()),
  'F-001-3': (who: Who) =>
    handFilled(
      form0013({
        ...plain(who),
        to: HAND,
        applicant: HAND,
        examinee: HAND,
        grade: HAND,
        recommendation: HAND,
        assistance: ['seat'],
        devices: [HAND],
        file: HAND,
        on: handDay,
      }),
      { room: { 'Реквизиты рекомендаций ПМПК': 2, 'Технические средства': 2 } },
    ),
  'F-001-4': (who: Who) =>
    handFilled(
      form0014({
        ...own(who),
        steps: rows(8, HAND),
        requirements: rows(6, HAND),
        rules: rows(6, HAND),
        contacts: rows(3, { name: HAND, about: HAND, how: HAND }),
      }),
    ),
} as const
