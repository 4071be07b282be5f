// What requests of the area lms are refused for.
import type { Sentence } from './sentence.ts'

export const lms = {
  lms_in_clear: {
    status: 409,
    ru: 'Адреса системы обучения должны начинаться с https: без шифрования её словам нельзя верить.',
    en: 'The addresses of the learning platform have to begin with https: without encryption its words can not be believed.',
  },
  lms_known: {
    status: 409,
    ru: 'Эта установка системы обучения (адрес, Client ID и Deployment ID) уже подключена.',
    en: 'This installation of the learning platform (address, client ID and deployment ID) is connected already.',
  },
  launch_stale: {
    status: 409,
    ru: 'Этот переход из системы обучения уже использован или устарел. Откройте экзамен в курсе ещё раз.',
    en: 'This way in from the learning platform was used already or is out of date. Open the exam in the course again.',
  },
  account_linked: {
    status: 409,
    ru: 'С этой учётной записью «Очно» уже связан другой человек этой системы обучения. Выйдите и войдите под своей. Если там у вас теперь другая учётная запись, сначала уберите прежнюю связь на странице своих входов.',
    en: 'Another person of this learning platform is linked with this account of Ochno already. Sign out and sign in with your own. If your account there is a new one, first remove the former link on the page of your sign-ins.',
  },
  launch_unbound: {
    status: 409,
    ru: 'Преподаватель ещё не указал, какой экзамен открывает это место курса. Напишите ему.',
    en: 'The teacher has not said yet which exam this place of the course opens. Write to them.',
  },
  not_on_list: {
    status: 409,
    ru: 'Вас нет в списке этого экзамена. Напишите преподавателю: он добавит вас, и переход заработает.',
    en: 'You are not on the list of this exam. Write to the teacher: once you are added, the way in works.',
  },
} as const satisfies Record<string, Sentence>
