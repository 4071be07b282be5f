import { fields, signature, table, title } from './blocks.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

/** 004 3.8: what a teacher does before the exam. */
const checks = {
  briefing: 'Информирование / инструктаж испытуемых проведён',
  materials: 'Контролирующие / оценивающие материалы в системе дистанционного обучения имеются',
  lists: 'Списки испытуемых актуальны',
  admission: 'Условия допуска испытуемых к испытанию проверены',
} as const

export type Data0048 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly exam: string | null
  readonly at: string | null
  readonly teacher: string | null
  /** When each was confirmed; null: nobody said it here, it is left to the hand. */
  readonly done: Readonly<Partial<Record<keyof typeof checks, string | null>>>
  readonly signedOn: string | null
}

export function form0048(data: Data0048): Formed {
  const need = needs()
  const teacher = need.text(data.teacher, 'teacher', 'R4-3.8a')
  const rows = (['briefing', 'materials', 'lists', 'admission'] as const).map((check, i) => [
    String(i + 1),
    checks[check],
    data.done[check] ? 'да' : '',
    data.done[check] === null ? '' : need.text(data.done[check] ?? null, `done.${check}`, 'R4-3.8a'),
  ])
  return need.formed(
    ownForm('F-004-8', 'Чек-лист преподавателя перед испытанием', data, [
      title('Чек-лист преподавателя перед испытанием'),
      fields('Испытание', [
        ['Испытание', need.text(data.exam, 'exam', 'R4-3.8a')],
        ['Дата и время', need.text(data.at, 'at', 'R4-3.8a')],
      ]),
      table(
        'Проверка перед испытанием',
        [
          ['№', 1],
          ['Проверено', 8],
          ['Да', 1],
          ['Когда', 3],
        ],
        rows,
      ),
      signature('Преподаватель', teacher, data.signedOn ? { name: teacher, on: data.signedOn } : null),
    ]),
  )
}
