// What requests of the area appointments are refused for.
import type { Sentence } from './sentence.ts'

export const appointments = {
  appointed_twice: {
    status: 409,
    ru: 'Один и тот же человек назван в приказе дважды за одно и то же.',
    en: 'The order names one person twice for the same duty.',
  },
  wrong_duty: {
    status: 409,
    ru: 'За программы отвечают по списку программ, за технологии и сервисы — по списку технологий.',
    en: 'Programmes go to the list of programmes, technologies and services to the list of technologies.',
  },
  already_revoked: {
    status: 409,
    ru: 'Это назначение уже отменено.',
    en: 'This appointment is revoked already.',
  },
} as const satisfies Record<string, Sentence>
