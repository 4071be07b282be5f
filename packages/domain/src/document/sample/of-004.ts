import { day } from '../dates.ts'
import { form0043 } from '../f-004-3.ts'
import { form0044 } from '../f-004-4.ts'
import { quality, trainingCentre } from './institutions.ts'
import { brokenOff, noisy, outsider, quiet } from './sessions.ts'

const who = { institution: trainingCentre, quality }

export const of004 = {
  'F-004-3': () =>
    form0043({
      ...who,
      examinee: 'Гончарова Мария Павловна',
      kind: 'intermediate',
      session: noisy,
      denied: ['S1', 'S2', 'S3', 'S4', 'C1', 'C2', 'C4', 'C6', 'C7'],
    }),
  'F-004-4': () =>
    form0044({
      ...who,
      proctor: 'Лаптева Ирина Олеговна',
      manager: 'Воронин Сергей Дмитриевич',
      rows: [
        {
          examinee: 'Гончарова Мария Павловна',
          group: 'поток 5, ЭБ-26-1',
          lmsGrade: '87 баллов',
          on: day('2026-05-25'),
          status: 1,
          comment: '',
          result: 'отлично',
          session: quiet,
        },
        {
          examinee: 'Дроздов Никита Андреевич',
          group: 'поток 5, ЭБ-26-1',
          lmsGrade: '91 балл',
          on: day('2026-05-25'),
          status: 2,
          comment: '',
          result: 'незачтено',
          session: { ...noisy, marks: [outsider] },
        },
        {
          examinee: 'Ким Алина Робертовна',
          group: 'поток 5, ЭБ-26-2',
          lmsGrade: 'не завершено',
          on: day('2026-05-25'),
          status: 5,
          comment: 'обрыв связи не по вине Обучающегося',
          result: 'перенос',
          session: brokenOff,
        },
      ],
    }),
} as const
