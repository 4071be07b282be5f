import { resultValues, type ResultValue } from '../decision/values.ts'
import { fields, signature, title } from './blocks.ts'
import { type Day, dayWords } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type DataAll5 = {
  readonly institution: Institution
  readonly quality?: QualityHead | null
  readonly registration: Registration
  readonly examinee: string | null
  readonly exam: string | null
  readonly protocol: Registration | null
  readonly value: ResultValue | null
  /** Clause of the act. */
  readonly ground: string | null
  /** A named person: no decision is made by the system (T-17). */
  readonly decidedBy: { readonly post: string; readonly name: string } | null
  /** Annulling takes two (T-17). */
  readonly second?: { readonly post: string; readonly name: string } | null
  readonly on: Day | null
}

export function formAll5(data: DataAll5): Formed {
  const need = needs()
  const { protocol, value, decidedBy, on } = data
  need.that(protocol !== null, 'protocol', 'R4-4.6a')
  need.that(value !== null, 'value', 'R4-4.6b')
  need.that(decidedBy !== null, 'decidedBy', 'R4-4.6b')
  need.that(on !== null, 'on', 'R4-4.6b')
  return need.formed(
    ownForm('F-ALL-5', 'Решение по результатам прокторинга', data, [
      title('Решение', 'по результатам прокторинга', registered(data.registration)),
      fields('Решение', [
        ['ФИО', need.text(data.examinee, 'examinee', 'R4-4.6b')],
        ['Испытание', need.text(data.exam, 'exam', 'R4-4.6b')],
        ['Протокол', protocol ? registered(protocol) : ''],
        ['Решение (значение результата)', value ? resultValues[value] : ''],
        ['Основание (пункт)', need.text(data.ground, 'ground', 'R4-4.6b')],
        ['Кто принял', decidedBy ? `${decidedBy.post}, ${decidedBy.name}` : ''],
        ...(data.second
          ? [['Согласовано вторым лицом', `${data.second.post}, ${data.second.name}`] as const]
          : []),
        ['Дата', on ? dayWords(on) : ''],
      ]),
      signature(decidedBy?.post ?? '', decidedBy?.name ?? null),
      ...(data.second ? [signature(data.second.post, data.second.name)] : []),
    ]),
  )
}
