import { aside, fields, para, signature, title } from './blocks.ts'
import { type Day, dayWords } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

/** What an assistant may do, in the words of 001 6.2. */
export const assistance = {
  seat: 'занять рабочее место',
  read: 'прочитать задание',
  mouse: 'водить «мышкой»',
  mark: 'отмечать правильные ответы, озвученные испытуемым',
} as const

export type Data0013 = {
  readonly institution: Institution
  readonly to: string | null
  readonly applicant: string | null
  readonly examinee: string | null
  readonly grade: string | null
  readonly recommendation: string | null
  readonly assistance: readonly (keyof typeof assistance)[]
  readonly devices: readonly string[]
  readonly file: string | null
  readonly on: Day
}

export function form0013(data: Data0013): Formed {
  const need = needs()
  const to = need.text(data.to, 'to', 'R1-6.2e')
  const applicant = need.text(data.applicant, 'applicant', 'R1-6.2e')
  const recommendation = need.text(data.recommendation, 'recommendation', 'R1-6.2e')
  const file = need.text(data.file, 'file', 'R1-6.2e')
  need.that(data.assistance.length + data.devices.length > 0, 'conditions', 'R1-6.4j')
  const asked = (['seat', 'read', 'mouse', 'mark'] as const).map(
    (kind) =>
      [
        `Услуги ассистента: ${assistance[kind]}`,
        data.assistance.includes(kind) ? 'требуется' : 'не требуется',
      ] as const,
  )
  return need.formed(
    ownForm('F-001-3', 'Заявление о специальных условиях', data, [
      aside(to),
      aside(`Заявитель: ${applicant}`),
      title('Заявление', 'о специальных условиях прохождения аттестационного испытания'),
      para(
        'Прошу обеспечить специальные условия прохождения аттестационного испытания в соответствии с рекомендациями психолого-медико-педагогической комиссии (ПМПК).',
      ),
      fields('Заявление о специальных условиях', [
        ['Обучающийся', need.text(data.examinee, 'examinee', 'R1-6.2e')],
        ['Класс', need.text(data.grade, 'grade', 'R1-6.2e')],
        ['Реквизиты рекомендаций ПМПК', recommendation],
        ...asked,
        ['Технические средства', data.devices.join('; ') || 'не требуются'],
        ['Приложение (файл)', file],
      ]),
      para(`Дата: ${dayWords(data.on)}`),
      signature('Заявитель', applicant),
    ]),
  )
}
