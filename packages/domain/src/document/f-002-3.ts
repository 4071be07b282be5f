import { fields, title } from './blocks.ts'
import { type Day, dayWords } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Data0023 = {
  readonly institution: Institution
  readonly number: string | null
  readonly on: Day | null
  readonly applicant: string | null
  readonly channel: string | null
  readonly matter: string | null
  readonly executor: string | null
  readonly due: Day | null
  readonly extended: { readonly until: Day; readonly reason: string } | null
  readonly answer: { readonly on: Day; readonly text: string } | null
}

export function form0023(data: Data0023): Formed {
  const need = needs()
  const { extended, answer } = data
  return need.formed(
    ownForm('F-002-3', 'Регистрационная карточка электронного обращения', data, [
      title('Регистрационная карточка электронного обращения'),
      fields('Электронное обращение', [
        ['Рег. №', need.text(data.number, 'number', 'R2-18b')],
        ['Дата', need.day(data.on, 'on', 'R2-18b')],
        ['Заявитель', need.text(data.applicant, 'applicant', 'R2-18b')],
        ['E-mail / личный кабинет', need.text(data.channel, 'channel', 'R2-18a')],
        ['Суть', need.text(data.matter, 'matter', 'R2-18b')],
        ['Исполнитель', need.text(data.executor, 'executor', 'R2-18b')],
        ['Срок', need.day(data.due, 'due', 'R2-18b')],
        ['Продление', extended ? `до ${dayWords(extended.until)}: ${extended.reason}` : 'не продлевался'],
        ['Ответ', answer ? `${dayWords(answer.on)}: ${answer.text}` : ''],
      ]),
    ]),
  )
}
