import { day } from '../dates.ts'
import { form0011 } from '../f-001-1.ts'
import { form0012, requirements0012 } from '../f-001-2.ts'
import { form0013 } from '../f-001-3.ts'
import { form0014 } from '../f-001-4.ts'
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
  'F-001-2': form0012,
  'F-001-3': () =>
    form0013({
      institution: school,
      to: 'Директору школы Белову А. П.',
      applicant: 'Соколова Нина Юрьевна',
      examinee: 'Соколов Артём Игоревич',
      grade: '9 «Б»',
      recommendation: 'заключение № 84 от 12.02.2026, ПМПК г. Светлогорска-на-Оби',
      assistance: ['read', 'mouse'],
      devices: ['увеличенный экран', 'клавиатура с крупными клавишами'],
      file: 'заключение-84.pdf',
      on: day('2026-05-04'),
    }),
  'F-001-4': () =>
    form0014({
      institution: school,
      steps: [
        'Войдите на образовательный портал под своим логином и паролем.',
        'Пройдите проверку камеры, микрофона и экрана и разрешите доступ к ним в браузере.',
        'Назовите себя и, если попросит проктор, покажите окружающее пространство.',
        'Выполните задания за отведённое время, не покидая рабочего места.',
        'Завершите попытку и дождитесь сообщения о том, что запись передана полностью.',
      ],
      requirements: requirements0012,
      rules: [
        'В помещении находится только обучающийся, лицо и рабочее место освещены и видны.',
        'Микрофон и камера включены всё время испытания.',
        'На столе лежат чистый лист, ручка и материалы, разрешённые для этого предмета.',
      ],
      contacts: [
        {
          name: 'Учебный отдел',
          about: 'Технические вопросы',
          how: '+7 (000) 000-00-00, help@school.example.ru',
        },
      ],
    }),
} as const
