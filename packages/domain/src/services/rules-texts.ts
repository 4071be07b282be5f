// Rules of use to begin with, family by family (000 1.1): the institution reads, changes and publishes them as its own.
import type { ServiceFamily } from './card.ts'

export type RulesText = { readonly text: string; readonly requirements: string; readonly protection: string }

const browser =
  'Компьютер, ноутбук, планшет или телефон с доступом в интернет и современный браузер: последняя или предыдущая версия.'
const withSound = `${browser} Камера, микрофон и наушники или колонки. Устанавливать программы не нужно.`
const secret =
  'Не передавайте никому логин и пароль. На чужом компьютере выходите из учётной записи. Если заметили чужой вход, сразу смените пароль и напишите в поддержку.'

const courtesy =
  'Общайтесь вежливо и по учёбе. Не публикуйте чужие персональные данные, фотографии и переписку без согласия.'

export const rulesTexts = {
  video: {
    text: `Входите по ссылке из расписания под своим именем и фамилией. До начала проверьте камеру и звук. Говорите, когда вам дали слово; в остальное время микрофон выключен. Ссылку на занятие не передавайте никому. Записывать занятие можно только с разрешения преподавателя. ${courtesy}`,
    requirements: withSound,
    protection: `Входите только по ссылке из личного кабинета. ${secret}`,
  },
  messages: {
    text: `Сервис служит для быстрых вопросов по учёбе между преподавателем и обучающимся. ${courtesy} Не пересылайте задания и ответы экзаменов. Преподаватель отвечает в рабочее время.`,
    requirements: browser,
    protection: secret,
  },
  media: {
    text: `Отправляйте только свои фото, звук и видео и только по учёбе. ${courtesy} Преподаватель проверит работу и ответит там же, куда вы её отправили.`,
    requirements: browser,
    protection: secret,
  },
  files: {
    text: `Отправляйте файлы по учёбе: свои работы и материалы занятий. Подпишите файл фамилией и названием работы. ${courtesy}`,
    requirements: browser,
    protection: `Не открывайте файлы от незнакомых отправителей. ${secret}`,
  },
  proctoring: {
    text: 'Прокторинг применяется на экзаменах и тестах по правилам действующего акта. Участие возможно после согласия. До начала прочитайте правила экзамена и пройдите проверку устройства. Решение о нарушении принимает человек, а не машина; с решением можно не согласиться.',
    requirements: withSound,
    protection: `Записи видят только уполномоченные лица. ${secret}`,
  },
  mail: {
    text: `В теме письма укажите предмет и группу. ${courtesy} Работы отправляйте одним письмом; ответ придёт на тот же адрес.`,
    requirements: browser,
    protection: `Не открывайте вложения и ссылки от незнакомых отправителей. ${secret}`,
  },
  requests: {
    text: 'Напишите, кто вы, как вам ответить и в чём вопрос. Обращение регистрируют и отвечают в срок, установленный законом.',
    requirements: browser,
    protection: 'Не вкладывайте в обращение лишних документов.',
  },
  resources: {
    text: 'Регистрируйтесь под своим именем и учебной почтой. Выполняйте задания сами.',
    requirements: browser,
    protection: secret,
  },
  learning: {
    text: 'Входите под своей учётной записью. Выполняйте задания сами и в срок.',
    requirements: browser,
    protection: secret,
  },
  reference: {
    text: 'Пользуйтесь материалами для учёбы. Не копируйте и не распространяйте их целиком.',
    requirements: browser,
    protection: secret,
  },
  state: {
    text: 'Вход через Госуслуги. Пользуйтесь системой по её правилам.',
    requirements: browser,
    protection: secret,
  },
  journal: {
    text: 'В журнале видны оценки, задания и расписание. Ошибку в оценке исправляет преподаватель: напишите ему.',
    requirements: browser,
    protection: secret,
  },
} as const satisfies Record<ServiceFamily, RulesText>

/** Of the first of its families. */
export const rulesTextFor = (families: readonly ServiceFamily[]): RulesText =>
  rulesTexts[families[0] ?? 'learning']
