// What requests of the area second-factor are refused for.
import type { Sentence } from './sentence.ts'

export const secondFactor = {
  wrong_code_of_factor: {
    status: 403,
    ru: 'Код не подошёл. Введите тот, что показан сейчас: каждый код действует один раз.',
    en: 'The code does not fit. Give the one shown now: each code counts once.',
  },
  wrong_passkey: {
    status: 403,
    ru: 'Ключ входа не подтвердился. Попробуйте ещё раз или выберите другой способ.',
    en: 'The passkey was not confirmed. Try again or choose another way.',
  },
  factor_not_begun: {
    status: 409,
    ru: 'Время вышло. Начните этот шаг заново.',
    en: 'The time is over. Begin this step again.',
  },
  last_factor: {
    status: 409,
    ru: 'Это последний второй способ входа, а сотруднику без него нельзя. Сначала добавьте другой.',
    en: 'This is the last second factor, and staff may not be without one. Add another first.',
  },
  passkeys_need_name: {
    status: 409,
    ru: 'Ключ входа привязывается к имени сайта, а этот адрес из цифр. Воспользуйтесь приложением с кодами.',
    en: 'A passkey is bound to the name of a site, and this address is digits. Use an authenticator app.',
  },
} as const satisfies Record<string, Sentence>
