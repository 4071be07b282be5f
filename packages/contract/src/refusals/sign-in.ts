// What requests of the area sign-in are refused for.
import type { Sentence } from './sentence.ts'

export const signIn = {
  wrong_sign_in: {
    status: 401,
    ru: 'Логин или пароль не подходят.',
    en: 'The login or the password does not match.',
  },
  wrong_code: {
    status: 403,
    ru: 'Одноразовый код не подходит или уже использован.',
    en: 'The one-time code is wrong or already used.',
  },
  already_set_up: { status: 409, ru: 'Администратор уже создан.', en: 'The administrator already exists.' },
  wrong_link: {
    status: 404,
    ru: 'Ссылка уже использована или её срок вышел. Попросите новую.',
    en: 'The link was used or is too old. Ask for a new one.',
  },
  password_short: { status: 422, ru: 'Пароль слишком короткий.', en: 'The password is too short.' },
  password_long: {
    status: 422,
    ru: 'Пароль длиннее 128 знаков.',
    en: 'The password is longer than 128 characters.',
  },
  password_common: {
    status: 422,
    ru: 'Такой пароль есть в списках известных паролей. Придумайте другой.',
    en: 'This password is on lists of known passwords. Choose another.',
  },
  password_personal: {
    status: 422,
    ru: 'В пароле легко угадать логин, имя или название. Придумайте другой.',
    en: 'The password is easy to guess from the login, the name or the institution. Choose another.',
  },
  directory_away: {
    status: 503,
    ru: 'Каталог учреждения не отвечает, поэтому проверить пароль нельзя. Попробуйте через минуту или позвоните в учреждение.',
    en: 'The directory of the institution does not answer, so the password can not be checked. Try in a minute or call the institution.',
  },
  directory_password: {
    status: 409,
    ru: 'Ваш пароль хранит каталог учреждения. Сменить его можно там же, где вы меняете пароль от компьютера или почты учреждения.',
    en: 'Your password is kept by the directory of the institution. Change it where you change the password of your computer or mail there.',
  },
} as const satisfies Record<string, Sentence>
