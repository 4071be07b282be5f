import { day } from '../dates.ts'
import { form0021 } from '../f-002-1.ts'
import { form0022 } from '../f-002-2.ts'
import { form0023 } from '../f-002-3.ts'
import { form0024 } from '../f-002-4.ts'
import { form0025 } from '../f-002-5.ts'
import { college } from './institutions.ts'

const registration = { number: '240', on: day('2026-08-31'), template: 'редакция 1' }

export const of002 = {
  'F-002-1': () =>
    form0021({
      institution: college,
      registration,
      services: [
        'сервис для подачи электронного обращения на официальном сайте образовательной организации;',
        'электронный почтовый сервис образовательной организации;',
        'программы для организации видеоконференций и связи (TrueConf, Сферум, Яндекс.Телемост);',
        'виртуальная обучающая среда «MOODLE».',
      ],
      technical: 'Панов Олег Игоревич, инженер-программист',
      organisational: 'Уварова Лидия Николаевна, заместитель директора',
      signer: { post: 'Директор', name: 'Чернова Людмила Аркадьевна' },
    }),
  'F-002-2': () =>
    form0022({
      institution: college,
      people: [
        {
          technology: 'Видеоконференции',
          name: 'Панов Олег Игоревич',
          post: 'инженер-программист',
          contacts: 'panov@college.example.ru',
          ground: 'приказ № 240 от 31.08.2026',
        },
        {
          technology: 'MOODLE',
          name: 'Якушева Дарья Ильинична',
          post: 'методист',
          contacts: 'yakusheva@college.example.ru',
          ground: 'приказ № 240 от 31.08.2026',
        },
      ],
    }),
  'F-002-3': () =>
    form0023({
      institution: college,
      number: 'ЭО-118',
      on: day('2026-10-05'),
      applicant: 'Фомина Елена Викторовна',
      channel: 'fomina@example.ru',
      matter: 'Просьба разъяснить порядок доступа к записи занятия.',
      executor: 'Уварова Л. Н.',
      due: day('2026-11-05'),
      extended: null,
      answer: { on: day('2026-10-19'), text: 'направлен ответ № 118-о' },
    }),
  'F-002-4': () =>
    form0024({
      institution: college,
      student: 'Лыткин Егор Денисович',
      discipline: 'Сети и системы передачи информации',
      material: 'курсовая работа',
      receivedOn: day('2026-10-05'),
      receivedBy: 'электронный почтовый сервис',
      checkedOn: day('2026-10-20'),
      result: 'зачтено, замечания в приложенном файле',
      teacher: 'Якушева Дарья Ильинична',
    }),
  'F-002-5': () =>
    form0025({
      institution: college,
      year: '2026',
      scale: ['плохо', 'удовлетворительно', 'хорошо', 'отлично'],
      services: [
        {
          service: 'Электронный почтовый сервис',
          questions: [
            { text: 'Доходят ли письма вовремя?', answers: [2, 14, 60, 81] },
            { text: 'Удобно ли пользоваться?', answers: [5, 22, 71, 59] },
          ],
        },
        {
          service: 'Виртуальная обучающая среда «MOODLE»',
          questions: [{ text: 'Доступны ли материалы без перерывов?', answers: [1, 9, 55, 92] }],
        },
      ],
      report: {
        conclusions: 'Сервисы оценены положительно; чаще всего просят упростить вход с телефона.',
        measures: ['единый вход для всех сервисов;', 'памятка по почте для первого курса.'],
      },
    }),
} as const
