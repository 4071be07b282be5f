// What requests of the area institution are refused for.
import type { Sentence } from './sentence.ts'

export const institution = {
  part_taken: {
    status: 409,
    ru: 'Такое название здесь уже есть.',
    en: 'There is one with this name already.',
  },
  part_used: {
    status: 409,
    ru: 'На эту запись ссылаются группы, экзамены или приказы. Сначала уберите её оттуда.',
    en: 'Groups, exams or orders refer to it. Take it out of them first.',
  },
  other_branch: {
    status: 409,
    ru: 'Вы работаете в одном филиале и ведёте только его экзамены.',
    en: 'You work in one branch and keep the exams of that branch alone.',
  },
} as const satisfies Record<string, Sentence>
