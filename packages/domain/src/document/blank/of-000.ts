import { form0001 } from '../f-000-1.ts'
import { form0002 } from '../f-000-2.ts'
import { form0003 } from '../f-000-3.ts'
import { form0004 } from '../f-000-4.ts'
import { form0005 } from '../f-000-5.ts'
import { HAND, handDay, handFilled } from '../hand-filled.ts'
import { plain, period, registration, rows, session, type Who } from './who.ts'

export const blanks000 = {
  'F-000-1': (who: Who) =>
    handFilled(
      form0001({
        ...plain(who),
        examinee: HAND,
        minor: true,
        representative: HAND,
        functions: rows(3, HAND),
        rules: HAND,
        proctoring: 'agreed',
        disputes: 'agreed',
        on: handDay,
        signedOn: null,
      }),
      {
        instead: [
          ['Законный представитель:', 'Законный представитель (за несовершеннолетнего):'],
          [/^Законный представитель$/, 'Обучающийся / законный представитель'],
        ],
      },
    ),
  'F-000-2': (who: Who) =>
    handFilled(
      form0002({
        ...plain(who),
        registration,
        year: '20____/20____',
        platform: rows(4, { name: HAND, post: HAND }),
        programmes: rows(6, { programme: HAND, name: HAND }),
        director: HAND,
      }),
    ),
  'F-000-3': (who: Who) =>
    handFilled(
      form0003({
        ...plain(who),
        on: handDay,
        people: rows(12, { name: HAND, about: HAND, phone: HAND, email: HAND, hours: HAND }),
      }),
    ),
  'F-000-4': (who: Who) =>
    handFilled(
      form0004({
        ...plain(who),
        provider: HAND,
        contract: { number: HAND, on: handDay, until: period.to },
        security: HAND,
        confidentiality: HAND,
        support: HAND,
        personalAccounts: true,
        file: HAND,
      }),
      { room: { Безопасность: 3, Конфиденциальность: 3, 'Техническая поддержка': 3 } },
    ),
  'F-000-5': (who: Who) =>
    handFilled(
      form0005({
        ...plain(who),
        examinee: HAND,
        group: HAND,
        rules: HAND,
        automatic: false,
        comment: HAND,
        session,
      }),
      {
        choices: {
          'Вид аттестации': 'промежуточная / государственная итоговая / иная',
          'Как велось наблюдение': 'синхронно / проверка записи / без участия человека',
          'Личность установлена': 'да/нет, как',
        },
        room: { Замечания: 4 },
        instead: [['Нарушения не отмечены.', 'Отмеченные нарушения (время и что именно), если есть:']],
      },
    ),
} as const
