import { fields, signature, title } from './blocks.ts'
import { type Day, dayWords, moment, wholeMinutes } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'
import { sideWords } from './session-annex.ts'
import type { PrintedOutage } from './session-record.ts'

const decisions = {
  postpone: 'перенос',
  retake: 'пройти повторно',
  offered: 'пройти повторно: предложено, ответа нет',
  continue: 'продолжить',
  declined: 'предложено пройти повторно, обучающийся отказался',
  refused: 'новая дата не назначена',
} as const
const channels = {
  site: 'официальный сайт',
  account: 'личный кабинет',
  email: 'электронная почта',
} as const

export type Data0049 = {
  readonly institution: Institution
  readonly quality: QualityHead
  /** The protocol this paper belongs to. */
  readonly protocol: Registration
  readonly examinee: string | null
  readonly outage: PrintedOutage
  readonly decision: keyof typeof decisions | null
  readonly newDay: Day | null
  /** Why, in the teacher's words. */
  readonly reason?: string
  readonly channels: readonly (keyof typeof channels)[]
  readonly teacher: string | null
}

export function form0049(data: Data0049): Formed {
  const need = needs()
  const { outage, decision } = data
  const { zone } = data.institution
  need.that(decision !== null, 'decision', 'R4-5.12a')
  const again = decision === 'postpone' || decision === 'retake' || decision === 'offered'
  if (again) {
    need.day(data.newDay, 'newDay', 'R4-5.12c')
    need.some(data.channels, 'channels', 'R4-5.12c')
  }
  const teacher = need.text(data.teacher, 'teacher', 'R4-5.12a')
  return need.formed(
    ownForm('F-004-9', 'Запись о техническом сбое', data, [
      title('Запись о техническом сбое', `приложение к протоколу ${registered(data.protocol)}`),
      fields('Технический сбой', [
        ['Обучающийся', need.text(data.examinee, 'examinee', 'R4-5.12b')],
        ['Начало', moment(outage.from, zone)],
        ['Окончание', moment(outage.to, zone)],
        ['Длительность (мин.)', String(wholeMinutes(outage.from, outage.to))],
        ['Сторона', sideWords[outage.side]],
        ['Описание', need.text(outage.description, 'description', 'R4-5.12b')],
        [
          'Решение преподавателя',
          decision ? `${decisions[decision]}${data.reason ? `. ${data.reason}` : ''}` : '',
        ],
        ['Новая дата', data.newDay ? dayWords(data.newDay) : '–'],
        ['Каналы извещения', data.channels.map((one) => channels[one]).join('; ') || '–'],
      ]),
      signature('Преподаватель', teacher),
    ]),
  )
}
