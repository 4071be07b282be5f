import type { Sentence } from './sentence.ts'

export const assignments = {
  no_deadline: {
    status: 400,
    ru: 'Укажите срок сдачи: срок из локального акта в вашей организации не внесён.',
    en: 'Give a deadline: the term of the local act is not entered in your institution.',
  },
  deadline_in_past: {
    status: 400,
    ru: 'Этот срок сдачи уже прошёл. Укажите время в будущем.',
    en: 'This deadline has passed. Give a time that is still to come.',
  },
  task_closed: {
    status: 409,
    ru: 'Преподаватель закрыл приём работ по этому заданию.',
    en: 'The teacher closed this task: nothing more is handed in.',
  },
  nothing_handed_in: {
    status: 400,
    ru: 'Напишите ответ или приложите файл.',
    en: 'Write an answer or add a file.',
  },
  too_many_files: {
    status: 409,
    ru: 'К работе можно приложить не больше 10 файлов.',
    en: 'No more than 10 files go with one piece of work.',
  },
  received_at_no_such_time: {
    status: 400,
    ru: 'Работа пришла не раньше, чем задано задание, и не позже, чем сейчас. Проверьте время.',
    en: 'Work comes after the task was given and not later than now. Look at the time again.',
  },
  no_personal_accounts: {
    status: 409,
    ru: 'В реестре нет действующего образовательного ресурса с личными кабинетами: так работы принимать нельзя.',
    en: 'The register has no educational resource with personal accounts in use: work is not taken that way.',
  },
} as const satisfies Record<string, Sentence>
