import { para, signature, table, title } from './blocks.ts'
import { type Day, dayFigures } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type Data0032 = {
  readonly institution: Institution
  readonly registration: Registration | null
  readonly branch: string | null
  readonly period: { readonly from: Day; readonly to: Day } | null
  readonly proctors: readonly {
    readonly name: string
    readonly post: string
    /** Null: nobody may be appointed without a briefing (003 2.6). */
    readonly briefing: { readonly on: Day; readonly by: string } | null
  }[]
  readonly rector: string | null
}

export function form0032(data: Data0032): Formed {
  const need = needs()
  need.that(data.registration !== null, 'registration', 'R3-2.6c')
  need.that(data.period !== null, 'period', 'R3-2.6c')
  const branch = need.text(data.branch, 'branch', 'R3-2.6c')
  const rector = need.text(data.rector, 'rector', 'R3-2.6c')
  const rows = need.some(data.proctors, 'proctors', 'R3-2.6c').map(({ name, post, briefing }, i) => {
    need.that(briefing !== null, `proctors.${i + 1}.briefing`, 'R3-2.6c')
    return [String(i + 1), name, post, briefing ? `${dayFigures(briefing.on)}, ${briefing.by}` : '']
  })
  return need.formed(
    ownForm('F-003-2', 'Приказ о назначении прокторов', data, [
      title('ПРИКАЗ', data.registration ? registered(data.registration) : '', branch),
      para({ bold: 'О назначении прокторов' }),
      para('В целях проведения аттестационных испытаний с использованием сервиса прокторинга ПРИКАЗЫВАЮ:'),
      para(
        data.period
          ? `1. Назначить прокторами на период с ${dayFigures(data.period.from)} по ${dayFigures(data.period.to)} следующих работников, прошедших инструктаж по работе в системе прокторинга:`
          : '',
      ),
      table(
        'Прокторы',
        [
          ['№ п/п', 1.4],
          ['ФИО', 4],
          ['Должность', 4],
          ['Инструктаж (дата, кем проведён)', 4],
        ],
        rows,
      ),
      para('2. Контроль за исполнением приказа оставляю за собой.'),
      signature('Ректор', rector),
    ]),
  )
}
