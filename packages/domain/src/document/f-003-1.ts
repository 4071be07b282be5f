import { aside, fields, para, signature, title } from './blocks.ts'
import { type Day, dayFigures } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

const assessments = {
  current: 'текущий контроль',
  intermediate: 'промежуточная',
  final: 'итоговая',
} as const
const kinds = { synchronous: 'синхронный', asynchronous: 'асинхронный' } as const

export type Data0031 = {
  readonly institution: Institution
  readonly head: string | null
  readonly teacher: string | null
  readonly department: string | null
  readonly discipline: string | null
  readonly assessment: keyof typeof assessments | null
  /** Of the academic calendar: the term of seven days is counted from its start. */
  readonly period: { readonly from: Day; readonly to: Day } | null
  readonly groups: readonly string[]
  readonly examinees: number | null
  /** Why this way of assessment needs proctoring (003 1.5). */
  readonly reason: string | null
  readonly kind: keyof typeof kinds | null
  readonly proposed: string | null
  readonly filed: Day | null
  readonly signedOn: string | null
  readonly resolution: string
}

export function form0031(data: Data0031): Formed {
  const need = needs()
  const head = need.text(data.head, 'head', 'R3-1.5b')
  const teacher = need.text(data.teacher, 'teacher', 'R3-1.5a')
  const department = need.text(data.department, 'department', 'R3-1.5a')
  need.that(data.assessment !== null, 'assessment', 'R3-1.5a')
  need.that(data.kind !== null, 'kind', 'R3-1.5a')
  need.that(data.period !== null, 'period', 'R3-1.5c')
  need.that((data.examinees ?? 0) > 0, 'examinees', 'R3-1.5a')
  const groups = need.some(data.groups, 'groups', 'R3-1.5a')
  const { period } = data
  return need.formed(
    ownForm('F-003-1', 'Заявка на использование сервиса прокторинга', data, [
      aside('Кому: руководителю учебно-методического управления'),
      aside(`(${head})`),
      aside('От: педагогический работник'),
      aside(`(${teacher}, ${department})`),
      title('Заявка', 'на использование сервиса прокторинга'),
      fields('Заявка на использование сервиса прокторинга', [
        ['Дисциплина (модуль), практика', need.text(data.discipline, 'discipline', 'R3-1.5a')],
        ['Вид аттестации', data.assessment ? assessments[data.assessment] : ''],
        [
          'Период по календарному учебному графику',
          period ? `с ${dayFigures(period.from)} по ${dayFigures(period.to)}` : '',
        ],
        ['Группа(ы)', groups.join(', ')],
        ['Число обучающихся', String(data.examinees ?? '')],
        [
          'Обоснование: особенности оценочных средств по рабочей программе',
          need.text(data.reason, 'reason', 'R3-1.5a'),
        ],
        ['Вид прокторинга', data.kind ? kinds[data.kind] : ''],
        ['Предлагаемые дата и время', need.text(data.proposed, 'proposed', 'R3-1.5a')],
        ['Дата подачи (не позднее чем за 7 дней до начала)', need.day(data.filed, 'filed', 'R3-1.5c')],
      ]),
      signature(
        'Педагогический работник',
        teacher,
        data.signedOn ? { name: teacher, on: data.signedOn } : null,
      ),
      para(['Резолюция УМУ: ', { blank: 0, ...(data.resolution ? { filled: data.resolution } : {}) }]),
      signature('Руководитель учебно-методического управления', head),
    ]),
  )
}
