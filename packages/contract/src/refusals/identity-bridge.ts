// What requests of the area identity-bridge are refused for.
import type { Sentence } from './sentence.ts'

export const identityBridge = {
  identity_bridge_in_clear: {
    status: 409,
    ru: 'Адрес моста должен начинаться с https: иначе ответ можно подсмотреть по дороге.',
    en: 'The address of the bridge must begin with https, or the answer can be seen on its way.',
  },
  identity_key_again: {
    status: 409,
    ru: 'Для другого адреса нужен новый общий ключ. Впишите его ещё раз.',
    en: 'Another address needs a new shared key. Enter it again.',
  },
  identity_answer_wrong: {
    status: 409,
    ru: 'Ответ внешней системы не удалось проверить, он не засчитан. Попробуйте ещё раз или пройдите проверку обычным способом.',
    en: 'The answer of the outside system could not be verified and does not count. Try again or go the usual way.',
  },
  identity_answer_other: {
    status: 409,
    ru: 'Этот ответ получен не для вас. Начните проверку на своей странице экзамена.',
    en: 'This answer was not given for you. Begin on your own page of the exam.',
  },
  identity_answer_used: {
    status: 409,
    ru: 'Этот ответ уже засчитан один раз.',
    en: 'This answer has been used once already.',
  },
  identity_answer_late: {
    status: 409,
    ru: 'Ответ пришёл слишком поздно. Начните проверку ещё раз или пройдите её обычным способом.',
    en: 'The answer came too late. Begin again or go the usual way.',
  },
} as const satisfies Record<string, Sentence>
