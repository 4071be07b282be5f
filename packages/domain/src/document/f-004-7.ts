import { cell, middle, title } from './blocks.ts'
import { type Day, dayFigures } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

const heads = [
  'Программа',
  'Группа',
  'Дисциплина',
  'Вид аттестации',
  'Дата',
  'Начало (интервал)',
  'Проктор(ы)',
  'Вид прокторинга',
  'Ссылка',
  'Отметка о доведении',
]

const kinds = {
  synchronous: 'синхронный',
  asynchronous: 'асинхронный',
  offline: 'офлайн, в аудитории',
} as const

export type Slot = {
  readonly programme: string
  readonly group: string
  readonly discipline: string
  readonly assessment: string
  readonly on: Day
  readonly starts: string
  readonly proctors: readonly string[]
  readonly kind: 'synchronous' | 'asynchronous' | 'offline'
  readonly link: string
  readonly told: string | null
}

export type Data0047 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly slots: readonly Slot[]
}

export function form0047(data: Data0047): Formed {
  const need = needs()
  const rows = need
    .some(data.slots, 'slots', 'R4-3.6a')
    .map((slot, i) => [
      slot.programme,
      slot.group,
      slot.discipline,
      slot.assessment,
      dayFigures(slot.on),
      need.text(slot.starts, `slots.${i + 1}.starts`, 'R4-3.6a'),
      slot.proctors.join(', '),
      kinds[slot.kind],
      slot.link,
      slot.told ?? '',
    ])
  return need.formed({
    ...ownForm('F-004-7', 'Расписание испытаний с прокторингом', data, [
      title('Расписание испытаний с применением технологии прокторинга'),
      {
        kind: 'table',
        widths: [5, 3, 4, 4, 3, 3, 4, 4, 5, 4],
        head: [heads.map((name) => middle(name))],
        rows: rows.map((row) => row.map((text) => cell(text))),
        about: 'Расписание испытаний с прокторингом',
      },
    ]),
    page: 'landscape',
  })
}
