// What requests of the area mail are refused for.
import type { Sentence } from './sentence.ts'

export const mail = {
  no_mail: {
    status: 409,
    ru: 'Почта учреждения не настроена, письма не отправляются. Её настраивает администратор в разделе «Почта».',
    en: 'The mail of the institution is not set up, so no letters are sent. Its administrator sets it up under Mail.',
  },
  no_email: {
    status: 409,
    ru: 'У этого человека нет адреса почты. Впишите адрес или выдайте ссылку на бумаге.',
    en: 'This person has no e-mail address. Write one down or hand over the link on paper.',
  },
  password_again: {
    status: 409,
    ru: 'Вы сменили сервер или пользователя. Введите пароль почты заново.',
    en: 'You changed the server or the user. Give the mail password again.',
  },
  password_in_clear: {
    status: 409,
    ru: 'Без шифрования пароль почты увидит любой в сети. Выберите TLS или STARTTLS.',
    en: 'Without encryption anybody on the network sees the mail password. Choose TLS or STARTTLS.',
  },
} as const satisfies Record<string, Sentence>
