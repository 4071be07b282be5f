import { form0021 } from '../f-002-1.ts'
import { form0022 } from '../f-002-2.ts'
import { form0023 } from '../f-002-3.ts'
import { form0024 } from '../f-002-4.ts'
import { form0025 } from '../f-002-5.ts'
import { HAND, handDay, handFilled } from '../hand-filled.ts'
import { plain, registration, rows, type Who } from './who.ts'

const questions = rows(6, { text: HAND, answers: [] })

export const blanks002 = {
  'F-002-1': (who: Who) =>
    handFilled(
      form0021({
        ...plain(who),
        registration,
        services: rows(5, HAND),
        technical: HAND,
        organisational: HAND,
        signer: { post: HAND, name: HAND },
      }),
    ),
  'F-002-2': (who: Who) =>
    handFilled(
      form0022({
        ...plain(who),
        people: rows(12, { technology: HAND, name: HAND, post: HAND, contacts: HAND, ground: HAND }),
      }),
    ),
  'F-002-3': (who: Who) =>
    handFilled(
      form0023({
        ...plain(who),
        number: HAND,
        on: handDay,
        applicant: HAND,
        channel: HAND,
        matter: HAND,
        executor: HAND,
        due: handDay,
        extended: { until: handDay, reason: HAND },
        answer: { on: handDay, text: HAND },
      }),
      { room: { Суть: 5, Ответ: 5, Продление: 2 } },
    ),
  'F-002-4': (who: Who) =>
    handFilled(
      form0024({
        ...plain(who),
        student: HAND,
        discipline: HAND,
        material: HAND,
        receivedOn: handDay,
        receivedBy: HAND,
        checkedOn: handDay,
        result: HAND,
        teacher: HAND,
      }),
      { room: { Результат: 4, Материал: 2 } },
    ),
  'F-002-5': (who: Who) =>
    handFilled(
      form0025({
        ...plain(who),
        year: '20____',
        scale: ['плохо', 'удовлетворительно', 'хорошо', 'отлично'],
        services: rows(2, { service: HAND, questions }),
        report: null,
      }),
    ),
} as const
