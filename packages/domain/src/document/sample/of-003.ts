import { day } from '../dates.ts'
import { form0031 } from '../f-003-1.ts'
import { form0032 } from '../f-003-2.ts'
import { form0033 } from '../f-003-3.ts'
import { defaultRows0034, form0034 } from '../f-003-4.ts'
import { institute } from './institutions.ts'
import { noisy } from './sessions.ts'

const marked = new Set<string>(noisy.marks.map(({ code }) => code))
const period = { from: day('2026-06-01'), to: day('2026-06-27') }

export const of003 = {
  'F-003-1': () =>
    form0031({
      institution: institute,
      head: 'Кузнецова Вера Алексеевна',
      teacher: 'Макаров Денис Львович',
      department: 'кафедра экономики и управления',
      discipline: 'Статистика',
      assessment: 'intermediate',
      period,
      groups: ['ЭК-301', 'ЭК-302'],
      examinees: 47,
      reason:
        'экзамен проводится тестом с открытыми заданиями; рабочая программа требует самостоятельных расчётов',
      kind: 'synchronous',
      proposed: '8 июня 2026 г., 10:00',
      filed: day('2026-05-20'),
      signedOn: '20.05.2026 15:30:00',
      resolution: '',
    }),
  'F-003-2': () =>
    form0032({
      institution: institute,
      registration: { number: '214-о', on: day('2026-05-18'), template: 'редакция 1' },
      branch: 'Самарский филиал',
      period,
      proctors: [
        {
          name: 'Ершова Анна Борисовна',
          post: 'специалист учебно-методического управления',
          briefing: { on: day('2026-05-11'), by: 'Кузнецова В. А.' },
        },
        {
          name: 'Тихонов Илья Сергеевич',
          post: 'лаборант кафедры',
          briefing: { on: day('2026-05-12'), by: 'Кузнецова В. А.' },
        },
      ],
      rector: 'Захаров Михаил Петрович',
    }),
  'F-003-3': () =>
    form0033({
      institution: institute,
      entries: [
        {
          name: 'Ершова Анна Борисовна',
          on: day('2026-05-11'),
          topics: ['system', 'synchronous'],
          by: 'Кузнецова В. А.',
          acknowledged: 'подписано 11.05.2026',
        },
        {
          name: 'Тихонов Илья Сергеевич',
          on: day('2026-05-12'),
          topics: ['system', 'asynchronous', 'offline'],
          by: 'Кузнецова В. А.',
          acknowledged: null,
        },
      ],
    }),
  'F-003-4': () =>
    form0034({
      institution: institute,
      examinee: 'Фролов Константин Евгеньевич',
      documentShown: 'студенческий билет',
      comment: 'обучающийся предупреждён дважды',
      session: { ...noisy, discipline: 'Статистика' },
      denied: defaultRows0034.map(({ row }) => row).filter((row) => !marked.has(row)),
    }),
} as const
