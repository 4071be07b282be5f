// What requests of the area decisions are refused for.
import type { Sentence } from './sentence.ts'

export const decisions = {
  no_order_in_force: {
    status: 409,
    ru: 'На эту должность у вас нет действующего приказа: по приказам учреждения её занимает другой человек или срок приказа вышел. Приказ вносят на странице «Ответственные».',
    en: 'No order in force names you to this post: by the orders of the institution somebody else holds it, or the order is over. Orders are entered on the page of responsible persons.',
  },
  not_handed_over: {
    status: 409,
    ru: 'Протокол ещё у проктора. Решение принимают, когда он передан.',
    en: 'The protocol is still with the proctor. It is decided on once it is handed over.',
  },
  own_session: {
    status: 403,
    ru: 'Вы были проктором этого экзамена: решение принимает другой человек.',
    en: 'You proctored this exam: another person decides.',
  },
  questions_open: {
    status: 409,
    ru: 'Сначала ответьте на вопросы о нарушениях: от них зависит, учитываются ли они.',
    en: 'First answer the questions about the violations: whether they count depends on it.',
  },
  director_first: {
    status: 409,
    ru: 'Для этого статуса нужна рекомендация директора или его заместителя.',
    en: 'This status needs a recommendation of the director or the deputy first.',
  },
  other_scale: {
    status: 422,
    ru: 'Оценка не из той шкалы, что выбрана для экзамена.',
    en: 'The grade is not of the scale chosen for the exam.',
  },
  contradicts_itself: {
    status: 422,
    ru: 'Нельзя подтвердить результат и одновременно не признать его подлинным.',
    en: 'A result can not be confirmed and at the same time be held not authentic.',
  },
  grade_wanted: {
    status: 422,
    ru: 'Укажите оценку за тестирование в СДО: она печатается в протоколе.',
    en: 'Give the grade of the test in the LMS: the protocol prints it.',
  },
  nothing_to_second: {
    status: 409,
    ru: 'Согласовывать нечего: предложения об аннулировании нет.',
    en: 'There is nothing to agree to: nobody proposed to annul.',
  },
  second_person: {
    status: 409,
    ru: 'Аннулирование подтверждает другой человек, не тот, кто его предложил.',
    en: 'Another person confirms an annulment, not the one who proposed it.',
  },
  nothing_to_recommend: {
    status: 409,
    ru: 'По этому протоколу рекомендация директора не нужна.',
    en: 'This protocol needs no recommendation of the director.',
  },
  no_source_document: {
    status: 422,
    ru: 'Назовите документ, который подтверждает подмену.',
    en: 'Name the document that confirms the substitution.',
  },
} as const satisfies Record<string, Sentence>
