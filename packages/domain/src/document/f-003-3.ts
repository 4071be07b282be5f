import { cell, middle, title } from './blocks.ts'
import { type Day, dayFigures } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

const heads = ['№ п/п', 'ФИО', 'Дата', 'Тема', 'Кто провёл', 'Подпись/отметка']

export type Data0033 = {
  readonly institution: Institution
  readonly quality?: QualityHead | null
  readonly entries: readonly {
    readonly name: string
    readonly on: Day
    readonly topics: readonly ('system' | 'synchronous' | 'asynchronous' | 'offline')[]
    readonly by: string
    /** How it was acknowledged; null leaves the place for a signature by hand. */
    readonly acknowledged: string | null
  }[]
}

const topics = {
  system: 'работа в системе',
  synchronous: 'синхронный прокторинг',
  asynchronous: 'асинхронный прокторинг',
  offline: 'офлайн-проверка',
} as const

export function form0033(data: Data0033): Formed {
  const need = needs()
  const rows = need.some(data.entries, 'entries', 'R3-2.6c').map((entry, i) => {
    const field = (name: string) => `entries.${i + 1}.${name}`
    need.some(entry.topics, field('topics'), 'R4-5.1b')
    return [
      String(i + 1),
      need.text(entry.name, field('name'), 'R3-2.6c'),
      dayFigures(entry.on),
      entry.topics.map((one) => topics[one]).join('; '),
      need.text(entry.by, field('by'), 'R3-2.6c'),
      entry.acknowledged ?? '',
    ]
  })
  return need.formed(
    ownForm('F-003-3', 'Журнал инструктажа прокторов', data, [
      title('Журнал инструктажа прокторов'),
      {
        kind: 'table',
        widths: [1.6, 4, 2.6, 4, 4, 4],
        head: [heads.map((name) => middle(name))],
        rows: rows.map((row) => row.map((text) => cell(text))),
        about: 'Журнал инструктажа прокторов',
      },
    ]),
  )
}
