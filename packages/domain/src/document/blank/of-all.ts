import { formAll1 } from '../f-all-1.ts'
import { formAll2 } from '../f-all-2.ts'
import { formAll3 } from '../f-all-3.ts'
import { formAll4 } from '../f-all-4.ts'
import { formAll5 } from '../f-all-5.ts'
import { HAND, handDay, handFilled, handMoment } from '../hand-filled.ts'
import { own, registration, rows, type Who } from './who.ts'

const subjects = ['procedure', 'proctor', 'examiner'] as const

export const blanksAll = {
  'F-ALL-1': (who: Who) =>
    handFilled(
      formAll1({
        ...own(who),
        examinee: HAND,
        exam: HAND,
        examOn: handDay,
        subjects,
        circumstances: HAND,
        recording: true,
        on: handDay,
        signedOn: null,
      }),
      {
        choices: { Обжалуется: 'порядок проведения / решение проктора / оценка экзаменатора' },
        room: { Испытание: 2, Обстоятельства: 10 },
      },
    ),
  'F-ALL-2': (who: Who) =>
    handFilled(
      formAll2({
        ...own(who),
        registration,
        appeal: HAND,
        members: [
          { name: HAND, role: 'chair' },
          { name: HAND, role: 'member' },
          { name: HAND, role: 'member' },
          { name: HAND, role: 'secretary' },
        ],
        studied: rows(5, { material: HAND, times: HAND }),
        decision: HAND,
        reasons: HAND,
      }),
    ),
  'F-ALL-3': (who: Who) =>
    handFilled(
      formAll3({
        ...own(who),
        rules: { title: 'Правила', version: HAND },
        people: rows(18, { name: HAND, at: handMoment, how: HAND }),
      }),
      { empty: ['Лист ознакомления'] },
    ),
  'F-ALL-4': (who: Who) =>
    handFilled(
      formAll4({
        ...own(who),
        registration,
        recordings: rows(10, { id: HAND, on: handDay, hash: HAND }),
        ground: HAND,
        destroyedOn: handDay,
        commission: rows(3, { role: HAND, name: HAND }),
      }),
      {
        empty: ['Уничтоженные записи'],
        instead: [['Всего записей: 10.', `Всего записей: ${HAND}.`]],
      },
    ),
  'F-ALL-5': (who: Who) =>
    handFilled(
      formAll5({
        ...own(who),
        registration,
        examinee: HAND,
        exam: HAND,
        protocol: registration,
        value: 'retake',
        ground: HAND,
        decidedBy: { post: HAND, name: HAND },
        on: handDay,
      }),
      { choices: { 'Решение (значение результата)': '' }, room: { Испытание: 2 } },
    ),
} as const
