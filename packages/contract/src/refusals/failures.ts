import type { Sentence } from './sentence.ts'

export const failures = {
  no_failure: {
    status: 409,
    ru: 'В этом экзамене технического сбоя не записано. Сначала запишите его.',
    en: 'No technical failure of this exam is on record. Write it down first.',
  },
  failure_too_short: {
    status: 409,
    ru: 'Сбой был короче срока, с которого акт разрешает перенос.',
    en: 'The failure was shorter than the time from which the act lets the exam be postponed.',
  },
  retake_could_continue: {
    status: 409,
    ru: 'По записям экзамен после сбоя продолжился. Если продолжать было нельзя, сначала укажите это в причине сбоя.',
    en: 'By the record the exam went on after the failure. If it could not go on, say so in the cause first.',
  },
  wrong_failure_time: {
    status: 422,
    ru: 'Сбой должен начаться во время экзамена и уже закончиться. Проверьте начало и конец.',
    en: 'The failure has to begin within the exam and be over. Check its beginning and end.',
  },
  no_channel: {
    status: 422,
    ru: 'Выберите, как сообщить: личный кабинет обязателен.',
    en: 'Choose how people are told: the personal account is always one of the ways.',
  },
  offer_outdated: {
    status: 409,
    ru: 'Время, которое вам предложили, с тех пор изменилось. Попросите преподавателя предложить новую дату.',
    en: 'The time you were offered has changed since. Ask the teacher to offer a new date.',
  },
  new_time_past: {
    status: 422,
    ru: 'Новая дата должна быть впереди, а окончание позже начала.',
    en: 'The new date has to be ahead, and the end after the beginning.',
  },
} as const satisfies Record<string, Sentence>
