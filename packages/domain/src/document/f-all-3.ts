import { para, table, title } from './blocks.ts'
import { moment, zoneWords } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import type { Instant } from '../time.ts'

export type DataAll3 = {
  readonly institution: Institution
  readonly quality?: QualityHead | null
  readonly rules: { readonly title: string; readonly version: string } | null
  readonly people: readonly { readonly name: string; readonly at: Instant; readonly how: string }[]
}

export function formAll3(data: DataAll3): Formed {
  const need = needs()
  const { rules } = data
  const { zone } = data.institution
  need.that(rules !== null, 'rules', 'R3-4.1.2')
  const people = need.some(data.people, 'people', 'R0-2.2.1a')
  return need.formed(
    ownForm('F-ALL-3', 'Лист ознакомления с правилами', data, [
      title('Лист ознакомления с правилами'),
      para(rules ? `${rules.title}, редакция ${rules.version}` : ''),
      table(
        'Лист ознакомления',
        [
          ['№ п/п', 1.4],
          ['ФИО', 4],
          ['Редакция правил', 2],
          ['Дата и время', 3],
          ['Способ подтверждения', 4],
        ],
        people.map(({ name, at, how }, i) => [
          String(i + 1),
          name,
          rules?.version ?? '',
          `${moment(at, zone)} (${zoneWords(at, zone)})`,
          need.text(how, `people.${i + 1}.how`, 'R3-4.1.2'),
        ]),
      ),
    ]),
  )
}
