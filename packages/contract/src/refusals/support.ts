// What requests of the area support are refused for.
import type { Sentence } from './sentence.ts'

export const support = {
  too_many_tickets: {
    status: 409,
    ru: 'У вас уже много открытых обращений. Допишите в одно из них или закройте те, что решены.',
    en: 'You have many open questions already. Add to one of them or close those that are solved.',
  },
  ticket_closed: {
    status: 409,
    ru: 'Обращение закрыто. Напишите новое.',
    en: 'This question is closed. Ask a new one.',
  },
  not_solved: {
    status: 409,
    ru: 'Поддержка ещё не ответила, что вопрос решён.',
    en: 'Support has not said yet that it is solved.',
  },
  ticket_taken: {
    status: 409,
    ru: 'Обращение уже взяли в работу или решили.',
    en: 'Somebody has taken this question or solved it already.',
  },
  ticket_not_in_work: {
    status: 409,
    ru: 'Сначала возьмите обращение в работу.',
    en: 'Take the question to work first.',
  },
} as const satisfies Record<string, Sentence>
