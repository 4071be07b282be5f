import { form0031 } from '../f-003-1.ts'
import { form0032 } from '../f-003-2.ts'
import { form0033 } from '../f-003-3.ts'
import { defaultRows0034, form0034 } from '../f-003-4.ts'
import { HAND, handDay, handFilled } from '../hand-filled.ts'
import { own, period, plain, registration, rows, session, type Who } from './who.ts'

export const blanks003 = {
  'F-003-1': (who: Who) =>
    handFilled(
      form0031({
        ...plain(who),
        head: HAND,
        teacher: HAND,
        department: HAND,
        discipline: HAND,
        assessment: 'current',
        period,
        groups: [HAND],
        examinees: 1,
        reason: HAND,
        kind: 'synchronous',
        proposed: HAND,
        filed: handDay,
        signedOn: null,
        resolution: '',
      }),
      {
        choices: {
          'Вид аттестации': 'текущий контроль / промежуточная / итоговая',
          'Вид прокторинга': 'синхронный / асинхронный',
          'Число обучающихся': '',
        },
        room: { 'Обоснование: особенности оценочных средств по рабочей программе': 4 },
      },
    ),
  'F-003-2': (who: Who) =>
    handFilled(
      form0032({
        ...plain(who),
        registration,
        branch: HAND,
        period,
        proctors: rows(10, { name: HAND, post: HAND, briefing: { on: handDay, by: HAND } }),
        rector: HAND,
      }),
    ),
  'F-003-3': (who: Who) =>
    handFilled(
      form0033({
        ...own(who),
        entries: rows(15, { name: HAND, on: handDay, topics: ['system'], by: HAND, acknowledged: null }),
      }),
      { empty: ['Журнал инструктажа прокторов'] },
    ),
  'F-003-4': (who: Who) =>
    handFilled(
      form0034({
        ...plain(who),
        examinee: HAND,
        documentShown: HAND,
        comment: HAND,
        session,
        denied: defaultRows0034.map(({ row }) => row),
      }),
      {
        choices: { 'Вид аттестации': 'текущий контроль / промежуточная / итоговая' },
        room: { Комментарий: 4 },
      },
    ),
} as const
