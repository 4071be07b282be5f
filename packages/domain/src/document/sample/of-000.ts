import { day } from '../dates.ts'
import { form0001 } from '../f-000-1.ts'
import { form0002 } from '../f-000-2.ts'
import { form0003 } from '../f-000-3.ts'
import { form0004 } from '../f-000-4.ts'
import { form0005 } from '../f-000-5.ts'
import { school } from './institutions.ts'
import { noisy } from './sessions.ts'

export const of000 = {
  'F-000-1': () =>
    form0001({
      institution: school,
      examinee: 'Соколов Артём Игоревич',
      minor: true,
      representative: 'Соколова Нина Юрьевна',
      functions: [
        'запись изображения с камеры, звука и экрана на время испытания;',
        'наблюдение проктора за ходом испытания и отметка нарушений;',
        'хранение записи до окончания срока подачи и рассмотрения апелляции.',
      ],
      rules: 'Правила аттестационных испытаний, редакция 3 от 25.05.2026',
      proctoring: 'agreed',
      disputes: 'refused',
      on: day('2026-05-20'),
      signedOn: '20.05.2026 18:05:00',
    }),
  'F-000-2': () =>
    form0002({
      institution: school,
      registration: { number: '63', on: day('2026-08-28'), template: 'редакция 1' },
      year: '2026/2027',
      platform: [{ name: 'Белкина Ольга Сергеевна', post: 'учитель информатики' }],
      programmes: [
        { programme: 'Основное общее образование', name: 'Данилова Инна Марковна' },
        { programme: 'Среднее общее образование', name: 'Егоров Степан Ильич' },
      ],
      director: 'Белов Андрей Петрович',
    }),
  'F-000-3': () =>
    form0003({
      institution: school,
      on: day('2026-09-01'),
      people: [
        {
          name: 'Белкина Ольга Сергеевна',
          about: 'Прокторинг, Цифровая образовательная платформа',
          phone: '+7 (000) 000-00-01',
          email: 'belkina@school.example.ru',
          hours: 'пн–пт, 9:00–17:00',
        },
        {
          name: 'Рогов Тимур Олегович',
          about: 'МАХ (Сферум), техническая поддержка',
          phone: '+7 (000) 000-00-02',
          email: 'rogov@school.example.ru',
          hours: 'пн–пт, 10:00–18:00',
        },
      ],
    }),
  'F-000-4': () =>
    form0004({
      institution: school,
      provider: 'ООО «Пример-Прокторинг»',
      contract: { number: '7/26', on: day('2026-01-15'), until: day('2026-12-31') },
      security: 'хранение записей на оборудовании школы, шифрование при передаче (п. 4)',
      confidentiality: 'доступ только уполномоченных лиц школы (п. 5)',
      support: 'по рабочим дням с 8:00 до 20:00, ответ в течение часа (п. 6)',
      personalAccounts: true,
      file: 'договор-7-26.pdf',
    }),
  'F-000-5': () =>
    form0005({
      institution: school,
      examinee: 'Соколов Артём Игоревич',
      group: '9 Б',
      rules: 'Положение № 41 от 25.05.2026, редакция 1',
      automatic: true,
      comment: 'в 10:29 на записи виден второй человек, обучающийся с ним не разговаривал',
      session: { ...noisy, discipline: 'Физика', kind: 'asynchronous' },
    }),
} as const
