// What requests of the area acts are refused for.
import type { Sentence } from './sentence.ts'

export const acts = {
  wrong_file: {
    status: 422,
    ru: 'Файл правил с ошибками. Ничего не сохранено.',
    en: 'The file of rules has errors. Nothing was saved.',
  },
  not_a_draft: {
    status: 409,
    ru: 'Это уже не проект: изменить можно только проект. Верните редакцию на доработку или создайте новую.',
    en: 'This is no draft any more: only a draft can be changed. Take the edition back or make a new one.',
  },
  act_says: {
    status: 409,
    ru: 'Об этом сказано в самом акте. Изменить это может только новая редакция.',
    en: 'The act itself says this. Only a new edition changes it.',
  },
  wrong_value: {
    status: 422,
    ru: 'Такого значения у этого параметра не бывает.',
    en: 'This parameter can not have such a value.',
  },
  superseded: {
    status: 409,
    ru: 'Эта редакция утратила силу и больше не меняется.',
    en: 'This edition is superseded and does not change any more.',
  },
  steps_open: {
    status: 409,
    ru: 'Пройдены не все шаги согласования: укажите орган и дату каждого, не позже дня утверждения.',
    en: 'Not every step of the approval is done: give the body and the date of each, not after the approval.',
  },
  no_order: {
    status: 409,
    ru: 'Нет приказа об утверждении: укажите его день в карточке.',
    en: 'There is no order of approval: give its day on the card.',
  },
  card_closed: {
    status: 409,
    ru: 'Эти реквизиты на этом шаге уже не меняются. Верните редакцию на доработку или создайте новую.',
    en: 'These details do not change at this stage any more. Take the edition back or make a new one.',
  },
  no_approver: {
    status: 409,
    ru: 'Не указано, кто утверждает акт: впишите должность и имя в реквизиты.',
    en: 'Who approves the act is not given: write the post and the name into its details.',
  },
  no_effective_date: {
    status: 409,
    ru: 'Укажите, с какого дня акт действует.',
    en: 'Say from which day the act is in force.',
  },
  effect_before_approval: {
    status: 409,
    ru: 'Акт не может действовать раньше, чем утверждён. Проверьте оба дня.',
    en: 'An act can not be in force before it is approved. Check both days.',
  },
} as const satisfies Record<string, Sentence>
