import { para, table, title } from './blocks.ts'
import { type Day, dayWords } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Data0003 = {
  readonly institution: Institution
  readonly on: Day
  readonly people: readonly {
    readonly name: string
    readonly about: string
    readonly phone: string
    readonly email: string
    readonly hours: string
  }[]
}

export function form0003(data: Data0003): Formed {
  const need = needs()
  const rows = need
    .some(data.people, 'people', 'R0-6.4')
    .map(({ name, about, phone, email, hours }) => [name, about, phone, email, hours])
  return need.formed(
    ownForm('F-000-3', 'Список контактных данных ответственных лиц', data, [
      title('Список контактных данных ответственных лиц'),
      para(`По состоянию на ${dayWords(data.on)}`),
      table(
        'Контактные данные ответственных лиц',
        [
          ['ФИО', 4],
          ['Направление/сервис', 4],
          ['Телефон', 3],
          ['E-mail', 4],
          ['Часы', 3],
        ],
        rows,
      ),
    ]),
  )
}
