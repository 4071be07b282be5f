import { para, signature, table, title } from './blocks.ts'
import { type Day, dayFigures, dayWords } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type DataAll4 = {
  readonly institution: Institution
  readonly quality?: QualityHead | null
  readonly registration: Registration
  readonly recordings: readonly { readonly id: string; readonly on: Day; readonly hash: string }[]
  /** The term that ran out, with its clause. */
  readonly ground: string | null
  readonly destroyedOn: Day | null
  readonly commission: readonly { readonly role: string; readonly name: string }[]
}

export function formAll4(data: DataAll4): Formed {
  const need = needs()
  const recordings = need.some(data.recordings, 'recordings', 'R1-9.3')
  const commission = need.some(data.commission, 'commission', 'R1-9.3')
  need.that(data.destroyedOn !== null, 'destroyedOn', 'R1-9.3')
  return need.formed(
    ownForm('F-ALL-4', 'Акт об уничтожении видеозаписей', data, [
      title('Акт', 'об уничтожении видеозаписей аттестационных испытаний', registered(data.registration)),
      para(`Основание: ${need.text(data.ground, 'ground', 'R1-9.3')}`),
      table(
        'Уничтоженные записи',
        [
          ['№ п/п', 1.4],
          ['Запись', 4],
          ['Дата записи', 2],
          ['Хеш (SHA-256)', 6],
        ],
        recordings.map(({ id, on, hash }, i) => [String(i + 1), id, dayFigures(on), hash]),
      ),
      para(
        `Всего записей: ${recordings.length}. Уничтожены без возможности восстановления ${data.destroyedOn ? dayWords(data.destroyedOn) : ''}`,
      ),
      ...commission.map(({ role, name }) => signature(role, name)),
    ]),
  )
}
