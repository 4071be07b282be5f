import { form0041 } from '../f-004-1.ts'
import { form00410 } from '../f-004-10.ts'
import { form00411 } from '../f-004-11.ts'
import { form00412 } from '../f-004-12.ts'
import { form0042 } from '../f-004-2.ts'
import { blank0043 } from '../f-004-3.ts'
import { blank0044 } from '../f-004-4.ts'
import { blank0045 } from '../f-004-5.ts'
import { form0046 } from '../f-004-6.ts'
import { form0047 } from '../f-004-7.ts'
import { form0048 } from '../f-004-8.ts'
import { form0049 } from '../f-004-9.ts'
import { HAND, handDay, handFilled, handMoment } from '../hand-filled.ts'
import type { PrintedDocument } from '../model.ts'
import { of004, period, registration, rows, type Who } from './who.ts'

const given = (document: PrintedDocument): PrintedDocument => handFilled({ ok: true, document })

export const blanks004 = {
  'F-004-1': (who: Who) => handFilled(form0041(of004(who))),
  'F-004-2': (who: Who) => handFilled(form0042({ ...of004(who), exam: null })),
  'F-004-3': (who: Who) => given(blank0043(of004(who))),
  'F-004-4': (who: Who) => given(blank0044(of004(who), 8)),
  'F-004-5': (who: Who) => given(blank0045(of004(who))),
  'F-004-6': (who: Who) =>
    handFilled(
      form0046({
        ...of004(who),
        registration,
        exams: HAND,
        period,
        proctors: rows(8, { name: HAND, acquainted: null }),
        director: HAND,
      }),
    ),
  'F-004-7': (who: Who) =>
    handFilled(
      form0047({
        ...of004(who),
        slots: rows(10, {
          programme: HAND,
          group: HAND,
          discipline: HAND,
          assessment: HAND,
          on: handDay,
          starts: HAND,
          proctors: [HAND],
          kind: 'synchronous',
          link: HAND,
          told: null,
        }),
      }),
      { empty: ['Расписание испытаний с прокторингом'] },
    ),
  'F-004-8': (who: Who) =>
    handFilled(
      form0048({
        ...of004(who),
        exam: HAND,
        at: HAND,
        teacher: HAND,
        done: { briefing: HAND, materials: HAND, lists: HAND, admission: HAND },
        signedOn: null,
      }),
      { answer: '' },
    ),
  'F-004-9': (who: Who) =>
    handFilled(
      form0049({
        ...of004(who),
        protocol: registration,
        examinee: HAND,
        outage: { from: handMoment, to: handMoment, side: 'unknown', description: HAND, decision: '' },
        decision: 'continue',
        newDay: handDay,
        channels: [],
        teacher: HAND,
      }),
      {
        choices: {
          'Длительность (мин.)': '',
          Сторона: 'обучающийся / организация / поставщик сервиса / канал связи / не установлена',
          'Решение преподавателя': 'перенос / пройти повторно / продолжить',
          'Каналы извещения': 'официальный сайт / личный кабинет / электронная почта',
        },
        room: { Описание: 4 },
      },
    ),
  'F-004-10': (who: Who) =>
    handFilled(
      form00410({
        ...of004(who),
        registration,
        protocol: registration,
        examinee: HAND,
        status: 3,
        materials: [HAND],
        asked: { by: HAND, on: handDay },
        answer: null,
      }),
      {
        choices: {
          'Статус проверки':
            '3. Возможна недобросовестная сдача / 4. Отклонение от этических норм / 5. Проблемы технического характера',
        },
        room: { Материалы: 3 },
      },
    ),
  'F-004-11': (who: Who) =>
    handFilled(
      form00411({
        ...of004(who),
        examinee: HAND,
        programme: HAND,
        consent: { number: HAND, on: handDay },
        on: handDay,
        signedOn: null,
        taken: { by: HAND, on: handDay },
      }),
    ),
  'F-004-12': (who: Who) =>
    handFilled(
      form00412({
        ...of004(who),
        registration,
        examinee: HAND,
        discipline: HAND,
        on: handDay,
        ground: HAND,
        protocol: registration,
        issuer: { post: HAND, name: HAND },
      }),
      { room: { Основание: 2 } },
    ),
} as const
