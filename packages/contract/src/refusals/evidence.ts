// What requests of the area evidence are refused for.
import type { Sentence } from './sentence.ts'

export const evidence = {
  not_closed: {
    status: 409,
    ru: 'Запись ещё не закрыта: часть её может быть в пути. Повторите позже.',
    en: 'The recording is not closed yet: a part of it may be on its way. Try again later.',
  },
  own_export: {
    status: 403,
    ru: 'Выгрузку разрешает другой человек, не тот, кто её запросил.',
    en: 'An export is granted by somebody other than the one who asked for it.',
  },
  already_granted: { status: 409, ru: 'Выгрузка уже разрешена.', en: 'The export is already granted.' },
  not_granted: {
    status: 403,
    ru: 'Выгрузку ещё не разрешил второй человек.',
    en: 'A second person has not granted the export yet.',
  },
  grant_over: {
    status: 403,
    ru: 'Срок разрешения вышел. Запросите выгрузку ещё раз.',
    en: 'The grant has run out. Ask for the export again.',
  },
} as const satisfies Record<string, Sentence>
