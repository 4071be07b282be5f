// What requests of the area break-glass are refused for.
import type { Sentence } from './sentence.ts'

export const breakGlass = {
  own_glass: {
    status: 403,
    ru: 'Разрешает другой человек: не тот, кто попросил, и не тот, кого записали.',
    en: 'Another person allows it: not the one who asked and not the one recorded.',
  },
  glass_answered: {
    status: 409,
    ru: 'На эту просьбу уже ответили, или её срок прошёл.',
    en: 'This request was answered, or its time is over.',
  },
  no_data_officer: {
    status: 409,
    ru: 'В учреждении нет ответственного за персональные данные, и сообщить некому. Сначала назначьте его.',
    en: 'Nobody answers for personal data here and nobody can be told. Name them first.',
  },
} as const satisfies Record<string, Sentence>
