import { table, title } from './blocks.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Data0022 = {
  readonly institution: Institution
  readonly people: readonly {
    readonly technology: string
    readonly name: string
    readonly post: string
    readonly contacts: string
    readonly ground: string
  }[]
}

export function form0022(data: Data0022): Formed {
  const need = needs()
  const rows = need
    .some(data.people, 'people', 'R2-0b')
    .map((person, i) => [
      person.technology,
      person.name,
      person.post,
      person.contacts,
      need.text(person.ground, `people.${i + 1}.ground`, 'R2-0b'),
    ])
  return need.formed(
    ownForm('F-002-2', 'Перечень лиц, ответственных за поддержку применяемых технологий', data, [
      title('Перечень лиц, ответственных за поддержку применяемых технологий'),
      table(
        'Ответственные за поддержку технологий',
        [
          ['Технология', 3],
          ['ФИО', 4],
          ['Должность', 3],
          ['Контакты', 4],
          ['Основание', 3],
        ],
        rows,
      ),
    ]),
  )
}
