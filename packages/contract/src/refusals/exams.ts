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
  exam_cancelled: {
    status: 409,
    ru: 'Этот экзамен отменён. Чтобы провести его, создайте новый.',
    en: 'This exam was cancelled. To hold it, make a new one.',
  },
  session_began: {
    status: 409,
    ru: 'Человек уже начал этот экзамен или закончил его: перенести или снять его нельзя.',
    en: 'This person has already begun or finished the exam and can not be moved or taken off.',
  },
  session_recorded: {
    status: 409,
    ru: 'У этого сеанса есть запись: снять человека с экзамена нельзя, запись хранится по правилам акта.',
    en: 'This session has a recording: the person can not be taken off, the recording is kept as the act says.',
  },
  slot_began: {
    status: 409,
    ru: 'В этом слоте кто-то уже начал. Перенесите остальных по одному.',
    en: 'Somebody in this slot has already begun. Move the others one by one.',
  },
  exam_began: {
    status: 409,
    ru: 'Этот экзамен уже кто-то начал: отменить его целиком нельзя. Отмените слоты, которые ещё не начались, или снимите людей по одному.',
    en: 'Somebody has already begun this exam: it can not be cancelled as a whole. Cancel slots that did not begin, or take people off one by one.',
  },
  same_place: {
    status: 409,
    ru: 'Здесь ничего не меняется: время и место уже такие.',
    en: 'Nothing changes here: the time and the place are already so.',
  },
  other_subject: {
    status: 409,
    ru: 'Перенести можно только на опубликованный экзамен по тому же предмету и того же вида.',
    en: 'One may be moved only to a published exam of the same subject and kind.',
  },
  examinee_declined: {
    status: 409,
    ru: 'Этот человек отказался от прокторинга или отозвал согласие. Он сдаёт экзамен в другом порядке.',
    en: 'This person declined proctoring or withdrew consent and takes the exam in another way.',
  },
  no_proctor_free: {
    status: 409,
    ru: 'На это время нет свободного проктора. Назначьте другого или выберите другое время.',
    en: 'No proctor is free at this time. Assign another one or choose another time.',
  },
  may_not_cancel: {
    status: 403,
    ru: 'Опубликованный экзамен отменяет методист или администратор. Напишите им.',
    en: 'A published exam is called off by a methodist or an administrator. Write to them.',
  },
} as const satisfies Record<string, Sentence>
