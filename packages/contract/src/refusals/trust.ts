// What requests of the area trust are refused for.
import type { Sentence } from './sentence.ts'

export const trust = {
  no_such_weights: {
    status: 409,
    ru: 'Такой версии весов у этого экзамена нет.',
    en: 'This exam has no such version of weights.',
  },
  commission_only: {
    status: 403,
    ru: 'Пересчитать оценку доверия может только комиссия.',
    en: 'Only the commission may have the trust score counted again.',
  },
  no_such_code: {
    status: 409,
    ru: 'В каталоге нарушений нет такого кода.',
    en: 'The catalogue of violations has no such code.',
  },
  wrong_thresholds: {
    status: 409,
    ru: 'Первый порог должен быть не выше второго.',
    en: 'The first threshold must not be above the second.',
  },
} as const satisfies Record<string, Sentence>
