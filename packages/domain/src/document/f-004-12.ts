import { fields, para, signature, title } from './blocks.ts'
import { type Day, dayWords } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type Data00412 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly registration: Registration
  readonly examinee: string | null
  readonly discipline: string | null
  readonly on: Day | null
  readonly ground: string | null
  readonly protocol: Registration | null
  readonly issuer: { readonly post: string; readonly name: string }
}

export function form00412(data: Data00412): Formed {
  const need = needs()
  const { protocol, issuer } = data
  need.that(protocol !== null, 'protocol', 'R4-5.13b')
  return need.formed(
    ownForm('F-004-12', 'Справка об академической задолженности', data, [
      title('Справка', 'об академической задолженности', registered(data.registration)),
      para(
        'Дана в том, что по результатам аттестации с применением прокторинга у Обучающегося сформирована академическая задолженность.',
      ),
      fields('Академическая задолженность', [
        ['ФИО Обучающегося', need.text(data.examinee, 'examinee', 'R4-5.13b')],
        ['Дисциплина', need.text(data.discipline, 'discipline', 'R4-5.13b')],
        ['Дата', need.day(data.on, 'on', 'R4-5.13b')],
        ['Основание', need.text(data.ground, 'ground', 'R4-5.13b')],
        ['Протокол', protocol ? registered(protocol) : ''],
      ]),
      signature(issuer.post, issuer.name),
    ]),
  )
}

export const stoppedByProctor = (on: Day): string =>
  `остановка сдачи проктором ${dayWords(on)} ввиду нарушений со стороны испытуемого (п. 5.13 Регламента)`
