// What requests of the area exams are refused for.
import type { Sentence } from './sentence.ts'

export const exams = {
  exam_published: {
    status: 409,
    ru: 'Экзамен уже опубликован: его правила больше не меняются.',
    en: 'The exam is already published: its rules do not change any more.',
  },
  no_act_in_force: {
    status: 409,
    ru: 'Сегодня в учреждении нет действующего акта о прокторинге. Экзамен останется черновиком.',
    en: 'No act on proctoring is in force today. The exam stays a draft.',
  },
  card_not_in_act: {
    status: 422,
    ru: 'Карточка экзамена не подходит под акт. Что именно, показано в карточке.',
    en: 'The card of the exam does not fit the act. What exactly is shown on the card.',
  },
  application_needed: {
    status: 409,
    ru: 'Акт допускает прокторинг только по одобренной заявке. Откройте «Заявку» этого экзамена, заполните и подайте её.',
    en: 'The act permits proctoring only with an approved application. Open the application of this exam, write and file it.',
  },
  not_a_teacher: {
    status: 409,
    ru: 'Экзамен ведут только сотрудники с ролью преподавателя.',
    en: 'Only people with the role of a teacher give an exam.',
  },
} as const satisfies Record<string, Sentence>
