import { para, signature, table, title } from './blocks.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type Data0002 = {
  readonly institution: Institution
  readonly registration: Registration | null
  /** 2026/2027 */
  readonly year: string | null
  readonly platform: readonly { readonly name: string; readonly post: string }[]
  readonly programmes: readonly { readonly programme: string; readonly name: string }[]
  readonly director: string | null
}

export function form0002(data: Data0002): Formed {
  const need = needs()
  need.that(data.registration !== null, 'registration', 'R0-6.3a')
  const year = need.text(data.year, 'year', 'R0-6.3a')
  const platform = need.some(data.platform, 'platform', 'R0-6.3a')
  const programmes = need.some(data.programmes, 'programmes', 'R0-6.3b')
  const director = need.text(data.director, 'director', 'R0-6.3a')
  return need.formed(
    ownForm('F-000-2', 'Приказ о назначении ответственных на учебный год', data, [
      title('ПРИКАЗ', data.registration ? registered(data.registration) : '', data.institution.city),
      para({ bold: `О назначении ответственных на ${year} учебный год` }),
      para('ПРИКАЗЫВАЮ:'),
      para('1. Назначить ответственными по работе с Цифровой образовательной платформой:'),
      table(
        'Ответственные по работе с платформой',
        [
          ['ФИО', 5],
          ['Должность', 5],
        ],
        platform.map(({ name, post }) => [name, post]),
      ),
      para('2. Назначить ответственными по образовательным программам, реализуемым с применением ЭО, ДОТ:'),
      table(
        'Ответственные по программам',
        [
          ['Образовательная программа', 6],
          ['ФИО', 4],
        ],
        programmes.map(({ programme, name }) => [programme, name]),
      ),
      para('3. Контроль за исполнением приказа оставляю за собой.'),
      signature('Директор', director),
    ]),
  )
}
