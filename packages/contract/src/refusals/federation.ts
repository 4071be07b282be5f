// What requests of the area federation are refused for.
import type { Sentence } from './sentence.ts'

export const federation = {
  federation_secret_again: {
    status: 409,
    ru: 'Вы сменили адрес или имя. Введите секрет заново.',
    en: 'You changed the address or the name. Give the secret again.',
  },
  federation_in_clear: {
    status: 409,
    ru: 'Без шифрования пароли и секреты увидит любой в сети. Нужен https, LDAPS или StartTLS.',
    en: 'Without encryption anybody on the network sees passwords and secrets. Use https, LDAPS or StartTLS.',
  },
  filter_without_login: {
    status: 409,
    ru: 'В фильтре нет {login}. Без него каталог не поймёт, кого искать.',
    en: 'The filter has no {login}. Without it the directory does not know whom to look for.',
  },
  directory_in_use: {
    status: 409,
    ru: 'Через каталог входят люди. Сначала верните им пароли «Очно».',
    en: 'People sign in by the directory. Give them passwords of Ochno first.',
  },
  no_directory: {
    status: 409,
    ru: 'Каталог не настроен.',
    en: 'There is no directory set up.',
  },
  entrance_stale: {
    status: 409,
    ru: 'Этот переход уже использован или устарел. Начните вход ещё раз.',
    en: 'This way in was used already or is out of date. Begin again.',
  },
  entrance_refused: {
    status: 409,
    ru: 'Сервер входа учреждения не подтвердил вас, или вы отменили вход. Попробуйте ещё раз.',
    en: 'The sign-in server of the institution did not confirm you, or you cancelled. Try again.',
  },
  entrance_failed: {
    status: 409,
    ru: 'Ответ сервера входа не прошёл проверку, войти по нему нельзя. Войдите по паролю и скажите администратору.',
    en: 'The answer of the sign-in server did not pass the check. Sign in with your password and tell the administrator.',
  },
  entrance_away: {
    status: 503,
    ru: 'Сервер входа учреждения не отвечает. Войдите по паролю или попробуйте позже.',
    en: 'The sign-in server of the institution does not answer. Sign in with your password or try later.',
  },
  not_linked: {
    status: 403,
    ru: 'Этот вход ещё не связан с учётной записью «Очно». Войдите по паролю и свяжите его на странице «Мои входы».',
    en: 'This sign-in is not linked with an account of Ochno yet. Sign in with your password and link it under My sign-ins.',
  },
} as const satisfies Record<string, Sentence>
