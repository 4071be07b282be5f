// What requests of the area calendar are refused for.
import type { Sentence } from './sentence.ts'

export const calendar = {
  year_unknown: {
    status: 409,
    ru: 'Этого года ещё нет в календаре. Сначала добавьте его.',
    en: 'The calendar does not have this year yet. Add it first.',
  },
  year_not_next: {
    status: 409,
    ru: 'Добавить можно только год, следующий за последним в календаре, и не дальше пяти лет вперёд.',
    en: 'Only the year after the last one of the calendar can be added, five years ahead at most.',
  },
  periods_overlap: {
    status: 409,
    ru: 'У этой программы в этом филиале на часть этих дней уже есть другой период.',
    en: 'This programme already has another period in this branch on some of these days.',
  },
} as const satisfies Record<string, Sentence>
