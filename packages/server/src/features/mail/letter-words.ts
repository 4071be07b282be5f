// The words of letters. Nothing of results, answers or violations stands in them, and nobody's name: mailboxes are shared and forwarded.
import type { LetterKind } from '@ochno/domain/notice/letter'

export type Language = 'ru' | 'en'

type Words = {
  readonly subject: string
  readonly opening: string
  readonly link: string
  readonly after: string | null
}

type Slots = { readonly title: string; readonly login: string; readonly until: string }
export type LetterWords = Readonly<
  Record<
    | Exclude<LetterKind, 'duty' | 'child'>
    | `child_${'planned' | 'moved' | 'called_off'}`
    | `duty_${'given' | 'taken' | 'moved' | 'called_off'}`
    | 'changed'
    | 'note'
    | 'trial',
    (slots: Slots) => Words
  >
>

const ru: LetterWords = {
  schedule: ({ title }) => ({
    subject: `Назначен экзамен «${title}»`,
    opening: `Вам назначен экзамен «${title}».`,
    link: 'Открыть экзамен',
    after: 'Файл для вашего календаря приложен к письму. Расписание всегда есть и в личном кабинете.',
  }),
  changed: ({ title }) => ({
    subject: `Время экзамена «${title}» изменилось`,
    opening: `Время экзамена «${title}» изменилось. Теперь так:`,
    link: 'Открыть экзамен',
    after: 'Файл для вашего календаря приложен к письму. Расписание всегда есть и в личном кабинете.',
  }),
  cancelled: ({ title }) => ({
    subject: `Экзамен «${title}» для вас отменён`,
    opening: `Экзамен «${title}» для вас отменён: в это время приходить не нужно.`,
    link: 'Почему так',
    after: 'Приложенный файл уберёт экзамен из вашего календаря.',
  }),
  child_planned: ({ title }) => ({
    subject: `Вашему ребёнку назначен экзамен «${title}»`,
    opening: `Вашему ребёнку назначен экзамен «${title}».`,
    link: 'Подробности',
    after: 'Файл для вашего календаря приложен к письму.',
  }),
  child_moved: ({ title }) => ({
    subject: `Экзамен вашего ребёнка перенесён: «${title}»`,
    opening: `Время экзамена вашего ребёнка «${title}» изменилось. Теперь так:`,
    link: 'Почему так',
    after: 'Файл для вашего календаря приложен к письму.',
  }),
  child_called_off: ({ title }) => ({
    subject: `Экзамен вашего ребёнка отменён: «${title}»`,
    opening: `Экзамен вашего ребёнка «${title}» отменён: в это время приходить не нужно.`,
    link: 'Почему так',
    after: 'Приложенный файл уберёт экзамен из вашего календаря.',
  }),
  duty_given: ({ title }) => ({
    subject: `Вы наблюдаете: «${title}»`,
    opening: `Вас назначили наблюдать на экзамене «${title}».`,
    link: 'Подробности',
    after: null,
  }),
  duty_taken: ({ title }) => ({
    subject: `Наблюдать не нужно: «${title}»`,
    opening: `На экзамене «${title}» вместо вас наблюдает другой проктор.`,
    link: 'Подробности',
    after: null,
  }),
  duty_moved: ({ title }) => ({
    subject: `Новое время: «${title}»`,
    opening: `На экзамене «${title}» изменилось время.`,
    link: 'Подробности',
    after: null,
  }),
  duty_called_off: ({ title }) => ({
    subject: `Сняты с экзамена «${title}»`,
    opening: `С экзамена «${title}» сняты люди, назначенные на это время. Сколько их и почему, сказано в личном кабинете.`,
    link: 'Подробности',
    after: null,
  }),
  message: ({ title }) => ({
    subject: `Сообщение об экзамене «${title}»`,
    opening: `В личном кабинете вас ждёт сообщение об экзамене «${title}».`,
    link: 'Прочитать сообщение',
    after: null,
  }),
  note: ({ title }) => ({
    subject: `Сообщение: ${title}`,
    opening: `В личном кабинете вас ждёт сообщение «${title}».`,
    link: 'Прочитать сообщение',
    after: null,
  }),
  invitation: ({ login, until }) => ({
    subject: 'Ваш вход в «Очно»',
    opening: `Для вас создан вход. Логин: ${login}. Откройте ссылку и придумайте пароль.`,
    link: 'Придумать пароль',
    after: `Ссылка одноразовая и действует до ${until}. Никому её не пересылайте.`,
  }),
  reset: ({ login, until }) => ({
    subject: 'Новый пароль для «Очно»',
    opening: `Кто-то попросил новый пароль для входа с логином ${login}. Если это вы, откройте ссылку.`,
    link: 'Придумать новый пароль',
    after: `Ссылка одноразовая и действует до ${until}. Если вы ничего не просили, не делайте ничего: пароль останется прежним.`,
  }),
  address_changed: ({ login }) => ({
    subject: 'Почта для «Очно» изменена',
    opening: `Письма для входа с логином ${login} больше не будут приходить на этот адрес: его заменили или убрали.`,
    link: 'Открыть «Очно»',
    after:
      'Если это сделали не вы и не учреждение по вашей просьбе, сразу скажите об этом администратору учреждения.',
  }),
  password_changed: ({ login }) => ({
    subject: 'Пароль для «Очно» изменён',
    opening: `Пароль для входа с логином ${login} изменён, прежние входы закончены.`,
    link: 'Это не вы? Задайте новый пароль',
    after: 'Если пароль сменили не вы, скажите об этом и администратору учреждения.',
  }),
  trial: () => ({
    subject: 'Пробное письмо «Очно»',
    opening: 'Это пробное письмо. Если вы его читаете, почта учреждения настроена.',
    link: 'Открыть «Очно»',
    after: null,
  }),
}

const en: LetterWords = {
  schedule: ({ title }) => ({
    subject: `Exam scheduled: ${title}`,
    opening: `You have an exam: ${title}.`,
    link: 'Open the exam',
    after: 'A file for your calendar is attached. The schedule is always in your account as well.',
  }),
  changed: ({ title }) => ({
    subject: `Exam moved: ${title}`,
    opening: `The time of the exam ${title} has changed. It is now:`,
    link: 'Open the exam',
    after: 'A file for your calendar is attached. The schedule is always in your account as well.',
  }),
  cancelled: ({ title }) => ({
    subject: `Exam called off for you: ${title}`,
    opening: `The exam ${title} is called off for you: do not come at that time.`,
    link: 'Why',
    after: 'The attached file takes the exam out of your calendar.',
  }),
  child_planned: ({ title }) => ({
    subject: `Your child has an exam: ${title}`,
    opening: `Your child has an exam: ${title}.`,
    link: 'Details',
    after: 'A file for your calendar is attached.',
  }),
  child_moved: ({ title }) => ({
    subject: `Your child’s exam was moved: ${title}`,
    opening: `The time of your child’s exam ${title} has changed. It is now:`,
    link: 'Why',
    after: 'A file for your calendar is attached.',
  }),
  child_called_off: ({ title }) => ({
    subject: `Your child’s exam is called off: ${title}`,
    opening: `Your child’s exam ${title} is called off: do not come at that time.`,
    link: 'Why',
    after: 'The attached file takes the exam out of your calendar.',
  }),
  duty_given: ({ title }) => ({
    subject: `You watch: ${title}`,
    opening: `You were assigned to watch at the exam ${title}.`,
    link: 'Details',
    after: null,
  }),
  duty_taken: ({ title }) => ({
    subject: `You need not watch: ${title}`,
    opening: `Another proctor watches instead of you at the exam ${title}.`,
    link: 'Details',
    after: null,
  }),
  duty_moved: ({ title }) => ({
    subject: `New time: ${title}`,
    opening: `The time has changed at the exam ${title}.`,
    link: 'Details',
    after: null,
  }),
  duty_called_off: ({ title }) => ({
    subject: `Taken off the exam ${title}`,
    opening: `People planned for this time were taken off the exam ${title}. How many and why stands in your account.`,
    link: 'Details',
    after: null,
  }),
  message: ({ title }) => ({
    subject: `A message about the exam ${title}`,
    opening: `A message about the exam ${title} waits in your account.`,
    link: 'Read the message',
    after: null,
  }),
  note: ({ title }) => ({
    subject: `A message: ${title}`,
    opening: `A message “${title}” waits in your account.`,
    link: 'Read the message',
    after: null,
  }),
  invitation: ({ login, until }) => ({
    subject: 'Your sign-in to Ochno',
    opening: `A sign-in was made for you. Login: ${login}. Open the link and choose a password.`,
    link: 'Choose a password',
    after: `The link works once, until ${until}. Do not forward it.`,
  }),
  reset: ({ login, until }) => ({
    subject: 'A new password for Ochno',
    opening: `Somebody asked for a new password for the login ${login}. If it was you, open the link.`,
    link: 'Choose a new password',
    after: `The link works once, until ${until}. If you asked for nothing, do nothing: the password stays as it is.`,
  }),
  address_changed: ({ login }) => ({
    subject: 'Your e-mail for Ochno has changed',
    opening: `Letters for the login ${login} will not come to this address any more: it was changed or removed.`,
    link: 'Open Ochno',
    after: 'If neither you nor your institution at your request did this, tell its administrator at once.',
  }),
  password_changed: ({ login }) => ({
    subject: 'Your password for Ochno has changed',
    opening: `The password for the login ${login} was changed, and earlier sign-ins have ended.`,
    link: 'It was not you? Set a new password',
    after: 'If it was not you, tell the administrator of your institution as well.',
  }),
  trial: () => ({
    subject: 'A trial letter of Ochno',
    opening: 'This is a trial letter. If you read it, the mail of the institution is set up.',
    link: 'Open Ochno',
    after: null,
  }),
}

export const letterWords: Readonly<Record<Language, LetterWords>> = { ru, en }

export const factWords = {
  ru: {
    begin: 'Начало',
    was: 'Было назначено на',
    from: 'Начать можно с',
    until: 'Начать нужно до',
    length: 'Время на выполнение',
    minutes: (n: number) => `${n} мин`,
    foot: 'Письмо отправлено автоматически, отвечать на него не нужно.',
  },
  en: {
    begin: 'Begins',
    was: 'Was planned for',
    from: 'Starts from',
    until: 'Start before',
    length: 'Time to work',
    minutes: (n: number) => `${n} min`,
    foot: 'This letter was sent automatically; there is no need to answer.',
  },
} as const
