import { statusNames } from '../decision/status.ts'
import { fields, heading, para, signature, title } from './blocks.ts'
import { type Day, dayWords } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type Data00410 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly registration: Registration
  readonly protocol: Registration | null
  readonly examinee: string | null
  /** Statuses of App. 4 that wait for the director. */
  readonly status: 3 | 4 | 5
  readonly materials: readonly string[]
  readonly asked: { readonly by: string; readonly on: Day }
  /** Null: the request has gone out and nothing has come back. */
  readonly answer: {
    readonly recommendation: string
    readonly by: string
    readonly post: 'director' | 'deputy'
    readonly on: Day
  } | null
}

export function form00410(data: Data00410): Formed {
  const need = needs()
  const { protocol, answer, asked, status } = data
  need.that(protocol !== null, 'protocol', 'R4-A4.19')
  const materials = need.some(data.materials, 'materials', 'R4-A4.19')
  return need.formed(
    ownForm('F-004-10', 'Запрос рекомендации Директора (заместителя директора)', data, [
      title('Запрос рекомендации', 'Директора (заместителя директора)', registered(data.registration)),
      fields('Запрос', [
        ['Протокол', protocol ? registered(protocol) : ''],
        ['Обучающийся', need.text(data.examinee, 'examinee', 'R4-A4.19')],
        ['Статус проверки', `${status}. ${statusNames[status]}`],
        ['Материалы', materials.join('; ')],
        ['Запросил', `${asked.by}, ${dayWords(asked.on)}`],
      ]),
      heading('Рекомендация'),
      ...(answer
        ? [
            para(need.text(answer.recommendation, 'recommendation', 'R4-A4.19')),
            para(`Дата: ${dayWords(answer.on)}`),
            signature(answer.post === 'director' ? 'Директор' : 'Заместитель директора', answer.by),
          ]
        : [para([{ blank: 0 }]), para([{ blank: 0 }]), signature('Директор (заместитель директора)', null)]),
    ]),
  )
}
