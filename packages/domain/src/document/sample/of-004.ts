import { instant } from '../../time.ts'
import { day } from '../dates.ts'
import { form0041 } from '../f-004-1.ts'
import { form00410 } from '../f-004-10.ts'
import { form00411 } from '../f-004-11.ts'
import { form00412, stoppedByProctor } from '../f-004-12.ts'
import { form0042 } from '../f-004-2.ts'
import { form0043 } from '../f-004-3.ts'
import { form0044 } from '../f-004-4.ts'
import { form0045 } from '../f-004-5.ts'
import { form0046 } from '../f-004-6.ts'
import { form0047 } from '../f-004-7.ts'
import { form0048 } from '../f-004-8.ts'
import { form0049 } from '../f-004-9.ts'
import { quality, trainingCentre } from './institutions.ts'
import { brokenOff, noisy, outsider, quiet } from './sessions.ts'

const who = { institution: trainingCentre, quality }
const examinee = 'Гончарова Мария Павловна'
const programme = 'Подготовка электротехнического персонала к проверке знаний норм работы в электроустановках'
const period = { from: day('2026-05-18'), to: day('2026-06-26') }
const registration = { number: '12', on: day('2026-05-26'), template: 'редакция 1' }

export const of004 = {
  'F-004-1': () => form0041(who),
  'F-004-2': () =>
    form0042({
      ...who,
      exam: { title: 'Электробезопасность, 25 мая 2026 г.', on: ['allow_drafts', 'allow_calculator'] },
    }),
  'F-004-3': () =>
    form0043({
      ...who,
      examinee,
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
          examinee,
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
  'F-004-5': () =>
    form0045({
      ...who,
      examinee,
      address: '153000, г. Иваново, пр. Текстильщиков, д. 5, кв. 18',
      identityDocument:
        'паспорт гражданина Российской Федерации 00\u00a000\u00a0№\u00a0000000, выдан 14.03.2019 УМВД России по Ивановской области',
      programme,
      signed: { on: day('2026-05-12'), how: 'простая электронная подпись' },
    }),
  'F-004-6': () =>
    form0046({
      ...who,
      registration: { ...registration, on: day('2026-05-12') },
      exams: 'промежуточная и итоговая аттестация потока 5',
      period,
      proctors: [
        { name: 'Лаптева Ирина Олеговна', acquainted: day('2026-05-14') },
        { name: 'Мельников Глеб Викторович', acquainted: null },
      ],
      director: 'Орлова Татьяна Евгеньевна',
    }),
  'F-004-7': () =>
    form0047({
      ...who,
      slots: [
        {
          programme,
          group: 'ЭБ-26-1',
          discipline: 'Электробезопасность',
          assessment: 'промежуточная',
          on: day('2026-05-25'),
          starts: '10:00–10:15',
          proctors: ['Лаптева И. О.'],
          kind: 'synchronous',
          link: 'proctoring.example.ru/e/7k2',
          told: 'личный кабинет, 18.05.2026',
        },
        {
          programme,
          group: 'ЭБ-26-2',
          discipline: 'Охрана труда',
          assessment: 'итоговая',
          on: day('2026-06-22'),
          starts: '14:00–14:30',
          proctors: ['Лаптева И. О.', 'Мельников Г. В.'],
          kind: 'asynchronous',
          link: 'proctoring.example.ru/e/9m4',
          told: null,
        },
      ],
    }),
  'F-004-8': () =>
    form0048({
      ...who,
      exam: 'Электробезопасность, группа ЭБ-26-1',
      at: '25 мая 2026 г., 10:00',
      teacher: 'Жуков Павел Андреевич',
      done: {
        briefing: '22.05.2026 16:10',
        materials: '24.05.2026 11:02',
        lists: '25.05.2026 09:15',
        admission: '25.05.2026 09:20',
      },
      signedOn: '25.05.2026 09:21:00',
    }),
  'F-004-9': () =>
    form0049({
      ...who,
      protocol: brokenOff.registration,
      examinee: 'Ким Алина Робертовна',
      outage: {
        from: instant('2026-05-25T07:20:00Z'),
        to: instant('2026-05-25T07:38:30Z'),
        side: 'network',
        description: 'обрыв канала связи у обучающегося',
        decision: '',
      },
      decision: 'postpone',
      newDay: day('2026-05-28'),
      channels: ['account', 'email'],
      teacher: 'Жуков Павел Андреевич',
    }),
  'F-004-10': () =>
    form00410({
      ...who,
      registration,
      protocol: brokenOff.registration,
      examinee: 'Ким Алина Робертовна',
      status: 5,
      materials: ['протокол прокторинга', 'запись 10:20:00–10:38:30', 'запись о техническом сбое'],
      asked: { by: 'Воронин С. Д.', on: day('2026-05-26') },
      answer: {
        recommendation: 'Назначить дополнительную дату сдачи; результат не выставлять.',
        by: 'Орлова Татьяна Евгеньевна',
        post: 'director',
        on: day('2026-05-27'),
      },
    }),
  'F-004-11': () =>
    form00411({
      ...who,
      examinee,
      programme,
      consent: { number: '412', on: day('2026-05-12') },
      on: day('2026-07-01'),
      signedOn: '01.07.2026 12:40:00',
      taken: { by: 'Воронин С. Д.', on: day('2026-07-01') },
    }),
  'F-004-12': () =>
    form00412({
      ...who,
      registration,
      examinee: 'Дроздов Никита Андреевич',
      discipline: 'Электробезопасность',
      on: day('2026-05-25'),
      ground: stoppedByProctor(day('2026-05-25')),
      protocol: noisy.registration,
      issuer: { post: 'Заместитель директора', name: 'Савельев Роман Юрьевич' },
    }),
} as const
