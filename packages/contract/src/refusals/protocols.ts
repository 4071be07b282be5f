// What requests of the area protocols are refused for.
import type { Sentence } from './sentence.ts'

export const protocols = {
  no_form_of_act: {
    status: 409,
    ru: 'Акт этого экзамена не даёт формы протокола: учреждение ведёт его по своему образцу.',
    en: 'The act of this exam gives no form of a protocol: the institution keeps its own.',
  },
  not_on_the_form: {
    status: 422,
    ru: 'Такой строки или отметки в этом протоколе нет.',
    en: 'There is no such row or mark in this protocol.',
  },
  protocol_open: {
    status: 409,
    ru: 'Протокол ещё не заполнен: ответьте на все строки и разберите все отметки.',
    en: 'The protocol is not whole yet: answer every row and settle every mark.',
  },
  protocol_news: {
    status: 409,
    ru: 'Пока вы подписывали, в протоколе появилось новое. Посмотрите и подпишите ещё раз: всё заполненное на месте.',
    en: 'Something new has come into the protocol while you signed. Look at it and sign again: everything you filled in is there.',
  },
  recording_open: {
    status: 409,
    ru: 'Запись экзамена ещё приходит. Подпишите протокол через несколько минут.',
    en: 'The recording is still arriving. Sign the protocol in a few minutes.',
  },
  nothing_to_sign: {
    status: 409,
    ru: 'С последней подписи ничего не изменилось.',
    en: 'Nothing has changed since the last signature.',
  },
  nothing_to_hand_over: {
    status: 409,
    ru: 'Передавать нечего: сначала подпишите протокол.',
    en: 'There is nothing to hand over: sign the protocol first.',
  },
} as const satisfies Record<string, Sentence>
