import { type Accommodation, pmpkServices } from './accommodation.ts'

/** What the proctor reads: what is permitted and where it ends. Never the document, the diagnosis or the kind of the condition. */
export type ConditionForProctor = { readonly permitted: readonly string[]; readonly limit: string | null }

const services = (list: readonly (keyof typeof pmpkServices)[]): readonly string[] =>
  list.map((service) => pmpkServices[service])

function one(accommodation: Accommodation): ConditionForProctor {
  switch (accommodation.kind) {
    case 'primary_technical_help':
      return {
        permitted: [
          'помощь технического характера («наведи курсор на выбранный вариант ответа, «клики» на него», «просмотри, все ли тесты выполнены», «нажми на строку «закончить попытку» и т.п.)',
        ],
        limit: 'Подсказывать ответ и зачитывать задания нельзя.',
      }
    case 'grade1_parent_reads':
      return {
        permitted: ['родитель (законный представитель) зачитывает задания тестов'],
        limit: 'Отвечать за обучающегося и подсказывать ответ нельзя.',
      }
    case 'pmpk_assistant':
      return {
        permitted: services(accommodation.services),
        limit: 'Другая помощь и подсказка ответа не разрешены.',
      }
    case 'pmpk_technical_means':
      return { permitted: accommodation.means, limit: 'Другие технические средства не разрешены.' }
    case 'disability':
      return {
        permitted: [
          ...accommodation.means,
          ...(accommodation.extraMinutes > 0
            ? [`дополнительное время: ${accommodation.extraMinutes} мин`]
            : []),
        ],
        limit: null,
      }
  }
}

export const conditionsForProctor = (active: readonly Accommodation[]): readonly ConditionForProctor[] =>
  active.map((accommodation) => {
    const words = one(accommodation)
    // A first-grader's parent reads: the line about technical help may not forbid it.
    const reads = active.some(({ kind }) => kind === 'grade1_parent_reads')
    return accommodation.kind === 'primary_technical_help' && reads
      ? { ...words, limit: 'Подсказывать ответ нельзя.' }
      : words
  })
