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
  own_word_needed: {
    status: 409,
    ru: 'С документами проктор знакомится сам: кнопка есть на его странице «Мой допуск». Если он расписался на бумаге, укажите лист или журнал.',
    en: 'The proctor acknowledges documents himself on the page “My clearance”. If he signed on paper, name the sheet or the journal.',
  },
  standing_in_the_past: {
    status: 409,
    ru: 'Отстранить или вернуть задним числом нельзя: укажите сегодняшний или более поздний день.',
    en: 'This can not begin in the past: choose today or a later day.',
  },
  proctor_suspended: {
    status: 409,
    ru: 'Проктора нельзя назначить: он отстранён.',
    en: 'The proctor can not be assigned: he is suspended.',
  },
  proctor_dismissed: {
    status: 409,
    ru: 'Проктора нельзя назначить: он больше не проктор.',
    en: 'The proctor can not be assigned: he is a proctor no more.',
  },
} as const satisfies Record<string, Sentence>
