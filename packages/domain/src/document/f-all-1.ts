import { aside, fields, para, signature, title } from './blocks.ts'
import { type Day, dayWords } from './dates.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

const subjects = {
  procedure: 'порядок проведения',
  proctor: 'решение проктора',
  examiner: 'оценка экзаменатора',
} as const

export type DataAll1 = {
  readonly institution: Institution
  readonly quality?: QualityHead | null
  readonly examinee: string | null
  readonly exam: string | null
  readonly examOn: Day | null
  readonly subjects: readonly (keyof typeof subjects)[]
  readonly circumstances: string | null
  /** Asks the commission to look at the recording. */
  readonly recording: boolean
  readonly on: Day | null
  readonly signedOn: string | null
}

export function formAll1(data: DataAll1): Formed {
  const need = needs()
  const examinee = need.text(data.examinee, 'examinee', 'R1-4.4')
  const about = need.some(data.subjects, 'subjects', 'R4-5.14')
  return need.formed(
    ownForm('F-ALL-1', 'Апелляционное заявление', data, [
      aside('В апелляционную комиссию'),
      aside(data.institution.short),
      aside(`Заявитель: ${examinee}`),
      title('Апелляционное заявление'),
      fields('Апелляционное заявление', [
        ['Испытание', need.text(data.exam, 'exam', 'R1-4.4')],
        ['Дата испытания', need.day(data.examOn, 'examOn', 'R1-4.4')],
        ['Обжалуется', about.map((one) => subjects[one]).join('; ')],
        ['Обстоятельства', need.text(data.circumstances, 'circumstances', 'R1-4.4')],
        ['Прошу изучить видеозапись', data.recording ? 'да' : 'нет'],
      ]),
      para(`Дата: ${data.on ? dayWords(data.on) : need.day(null, 'on', 'R1-4.4')}`),
      signature('Заявитель', examinee, data.signedOn ? { name: examinee, on: data.signedOn } : null),
    ]),
  )
}
