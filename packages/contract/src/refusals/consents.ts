// What requests of the area consents are refused for.
import type { Sentence } from './sentence.ts'

export const consents = {
  no_alternative: {
    status: 409,
    ru: 'Согласие на прокторинг добровольное, а как сдать этот экзамен без прокторинга, ещё не указано. Методист или администратор указывает это на странице «Согласия людей», кнопка «Порядок согласий»; потом экзамен можно опубликовать.',
    en: 'Consent to proctoring is voluntary, and how to take this exam without proctoring is not said yet. A methodist or an administrator says it on the page “Consents of people”, button “Order of consents”; then the exam can be published.',
  },
  text_changed: {
    status: 409,
    ru: 'Текст за это время изменился. Обновите страницу и прочитайте его снова.',
    en: 'The text has changed meanwhile. Reload the page and read it again.',
  },
  not_shown: {
    status: 409,
    ru: 'Текст ещё не показан полностью. Прочитайте его до конца.',
    en: 'The text has not been shown in full. Read it to the end.',
  },
  paper_only: {
    status: 409,
    ru: 'Это согласие дают на бумаге: распечатайте, подпишите и загрузите скан.',
    en: 'This consent is given on paper: print it, sign it and upload the scan.',
  },
  screen_only: {
    status: 409,
    ru: 'Бумага не нужна: согласие дают на этой странице.',
    en: 'No paper is needed: this consent is given on the page.',
  },
  already_signed: {
    status: 409,
    ru: 'Вы уже согласились. Ждём вторую подпись.',
    en: 'You have already agreed. The other signature is awaited.',
  },
  not_your_signature: {
    status: 403,
    ru: 'В этом возрасте отвечает другой человек: законный представитель или сам обучающийся.',
    en: 'At this age somebody else answers: the legal representative or the examinee himself.',
  },
  ages_not_set: {
    status: 409,
    ru: 'Учреждение ещё не решило, с какого возраста подписывают сами. Скажите об этом в учебной части.',
    en: 'The institution has not decided from which age people sign themselves. Tell its office.',
  },
  birthday_not_known: {
    status: 409,
    ru: 'В карточке человека нет даты рождения, поэтому не ясно, кто подписывает. Скажите об этом в учебной части.',
    en: 'The card of the person has no birthday, so it is not known who signs. Tell the office.',
  },
  settings_missing: {
    status: 409,
    ru: 'Учреждение ещё не указало своё полное название и адрес, поэтому бланк не составлен.',
    en: 'The institution has not given its full name and address, so the form was not made.',
  },
  scan_first: {
    status: 409,
    ru: 'Скан ещё не загружен. Сначала попросите человека загрузить его в личный кабинет.',
    en: 'No scan is uploaded yet. Ask the person to upload it first.',
  },
  day_in_future: {
    status: 422,
    ru: 'Этот день ещё не наступил или раньше дня подписи. Проверьте дату.',
    en: 'This day has not come yet or is before the day of the signature. Check the date.',
  },
  consequences_not_shown: {
    status: 409,
    ru: 'Сначала прочитайте, что изменится после отзыва.',
    en: 'First read what changes after the withdrawal.',
  },
  way_not_offered: {
    status: 409,
    ru: 'Такого порядка нет среди названных учреждением. Добавьте его в настройках согласий или выберите свой порядок.',
    en: 'The institution named no such way. Add it in the settings of consents or choose an order of its own.',
  },
} as const satisfies Record<string, Sentence>
