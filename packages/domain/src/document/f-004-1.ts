// 004, Приложение 1: printed word for word.
import { cell, title } from './blocks.ts'
import { appendixOf004, type Institution, pageHead, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'

const rows = [
  ['Операционная система', 'Windows (версии 7 и выше)'],
  ['Оперативная память', '3Гб и более'],
  ['Скорость передачи данных интернет-соединения', 'не ниже 5 Мбит/сек'],
  [
    'Веб-браузер',
    'последняя на момент проведения промежуточной аттестации версия Google Chrome, Firefox или Яндекс Браузер',
  ],
  ['Веб-камера', '640x480, 15 кадров/с'],
  ['Микрофон', 'любой'],
  ['Колонки, наушники', 'Любой'],
  ['Свободное место на жестком диске', 'не менее 500 Мб'],
] as const

export type Data0041 = { readonly institution: Institution; readonly quality: QualityHead }

export const form0041 = ({ institution, quality }: Data0041): Formed => ({
  ok: true,
  document: {
    form: 'F-004-1',
    name: 'Минимальные требования к техническим средствам и оборудованию',
    language: 'ru',
    page: 'portrait',
    head: pageHead(institution, quality),
    body: [
      ...appendixOf004(1),
      title(
        'Минимальные требования к техническим средствам и оборудованию Обучающихся и педагогических работников, участвующих в проведении промежуточной или итоговой аттестации с использованием прокторинга',
      ),
      {
        kind: 'table',
        widths: [1, 1],
        head: [[cell({ italic: 'Параметр' }), cell({ italic: 'Минимальное требование' })]],
        rows: rows.map((row) => row.map((text) => cell(text))),
        about: 'Минимальные требования к оборудованию',
      },
    ],
  },
})
