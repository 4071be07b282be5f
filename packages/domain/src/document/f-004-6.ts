import { fields, heading, para, signature, table, title } from './blocks.ts'
import { type Day, dayFigures } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

/** 004 5.3: what a proctor is told of before getting to see anybody's recording. */
export const nonDisclosure =
  'Проктор (контролер) уведомлен о неразглашении персональных данных тестируемых Обучающихся, включая фото и видеозаписи, сделанные в ходе прокторинга, а также их фрагментов.'

export type Data0046 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly registration: Registration | null
  readonly exams: string | null
  readonly period: { readonly from: Day; readonly to: Day } | null
  readonly proctors: readonly { readonly name: string; readonly acquainted: Day | null }[]
  readonly director: string | null
}

export function form0046(data: Data0046): Formed {
  const need = needs()
  need.that(data.registration !== null, 'registration', 'R4-5.3')
  need.that(data.period !== null, 'period', 'R4-5.3')
  const exams = need.text(data.exams, 'exams', 'R4-5.3')
  const director = need.text(data.director, 'director', 'R4-5.3')
  const proctors = need.some(data.proctors, 'proctors', 'R4-5.3')
  return need.formed(
    ownForm('F-004-6', 'Распорядительный акт о назначении прокторами (контролерами)', data, [
      title(
        'Распорядительный акт',
        'о назначении прокторами (контролерами)',
        data.registration ? registered(data.registration) : '',
      ),
      fields('Назначение', [
        ['Испытания', exams],
        ['Период', data.period ? `с ${dayFigures(data.period.from)} по ${dayFigures(data.period.to)}` : ''],
      ]),
      para('Назначить прокторами (контролерами):'),
      { kind: 'list', marker: 'number', items: proctors.map(({ name }) => name) },
      signature('Директор', director),
      heading('Уведомление о неразглашении'),
      para(nonDisclosure),
      table(
        'Ознакомлен(а)',
        [
          ['Ознакомлен(а): ФИО', 5],
          ['Подпись', 3],
          ['Дата', 3],
        ],
        proctors.map(({ name, acquainted }) => [
          name,
          acquainted ? 'подписано' : '',
          acquainted ? dayFigures(acquainted) : '',
        ]),
      ),
    ]),
  )
}
