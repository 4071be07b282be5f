import { aside, fields, para, signature, title } from './blocks.ts'
import { type Day, dayFigures, dayWords } from './dates.ts'
import { obstacles } from './f-004-5.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Data00411 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly examinee: string | null
  readonly programme: string | null
  readonly consent: { readonly number: string; readonly on: Day } | null
  readonly on: Day | null
  readonly signedOn: string | null
  readonly taken: { readonly by: string; readonly on: Day } | null
}

export function form00411(data: Data00411): Formed {
  const need = needs()
  const examinee = need.text(data.examinee, 'examinee', 'R4-A5.13')
  const programme = need.text(data.programme, 'programme', 'R4-A5.16')
  const on = need.day(data.on, 'on', 'R4-3.11e')
  need.that(data.consent !== null, 'consent', 'R4-A5.13')
  const { consent, taken } = data
  const { short } = data.institution
  return need.formed(
    ownForm('F-004-11', 'Отзыв согласия', data, [
      aside(`В ${short}`),
      aside(`Заявитель: ${examinee}`),
      title('Отзыв согласия', 'на обработку персональных данных (в том числе биометрических)'),
      para(
        consent
          ? `Отзываю согласие № ${consent.number} от ${dayFigures(consent.on)}, данное мной ${short} при прохождении аттестационных испытаний с использованием прокторинга.`
          : '',
      ),
      para(
        `${obstacles(short)} «${programme}» с применением электронного обучения и/или дистанционных образовательных технологий.`,
      ),
      para(`Дата: ${on}`),
      signature(
        'Субъект персональных данных',
        examinee,
        data.signedOn ? { name: examinee, on: data.signedOn } : null,
      ),
      fields('Отметка о приёме', [
        ['Отметка о приёме', taken ? `принял(а) ${taken.by}, ${dayWords(taken.on)}` : ''],
      ]),
    ]),
  )
}
