import { heading, para, table, title } from './blocks.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Data0025 = {
  readonly institution: Institution
  readonly year: string | null
  /** From the worst to the best. */
  readonly scale: readonly string[]
  readonly services: readonly {
    readonly service: string
    readonly questions: readonly { readonly text: string; readonly answers: readonly number[] }[]
  }[]
  /** Null while people still answer: then only the questionnaire is printed. */
  readonly report: { readonly conclusions: string; readonly measures: readonly string[] } | null
}

export function form0025(data: Data0025): Formed {
  const need = needs()
  const year = need.text(data.year, 'year', 'R2-20a')
  const scale = need.some(data.scale, 'scale', 'R2-20b')
  const services = need.some(data.services, 'services', 'R2-20a')
  const { report } = data
  const heads = [
    ['Вопрос', 6] as const,
    ...scale.map((word) => [word, 2] as const),
    ...(report ? [['Ответов', 2] as const] : []),
  ]
  const total = (answers: readonly number[]) => answers.reduce((sum, n) => sum + n, 0)
  return need.formed(
    ownForm('F-002-5', 'Оценка качества использования сервисов взаимодействия', data, [
      title(
        report ? 'Отчёт об оценке качества' : 'Анкета оценки качества',
        'использования сервисов взаимодействия',
        `${year} год`,
      ),
      ...services.flatMap(({ service, questions }) => [
        heading(service),
        table(
          service,
          heads,
          questions.map(({ text, answers }) => [
            text,
            ...scale.map((_, i) => (report ? String(answers[i] ?? 0) : '')),
            ...(report ? [String(total(answers))] : []),
          ]),
        ),
      ]),
      ...(report
        ? [
            heading('Выводы'),
            para(need.text(report.conclusions, 'conclusions', 'R2-20a')),
            heading('Меры'),
            { kind: 'list' as const, marker: 'dash' as const, items: report.measures },
          ]
        : []),
    ]),
  )
}
