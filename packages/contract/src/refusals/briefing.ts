// What requests before the exam are refused for: the proctor's requirements, the briefing of the examinees.
import type { Sentence } from './sentence.ts'

export const briefing = {
  requirements_unread: {
    status: 409,
    ru: 'Сначала прочитайте требования этого экзамена и подтвердите, что знаете их: они на странице «Наблюдение». Это занимает пару минут, потом картинка откроется сразу.',
    en: 'First read the requirements of this exam and confirm that you know them: they are on the page “Watch”. It takes a couple of minutes, then the picture opens at once.',
  },
  requirements_changed: {
    status: 409,
    ru: 'Требования экзамена за это время изменились. Прочитайте их ещё раз.',
    en: 'The requirements of the exam have changed meanwhile. Read them once more.',
  },
  not_briefed: {
    status: 409,
    ru: 'Перед экзаменом нужен инструктаж преподавателя. Прочитайте его на этой странице и подтвердите; если его ещё нет, скажите преподавателю.',
    en: 'The briefing by the teacher comes before the exam. Read it on this page and confirm; if it is not there yet, tell the teacher.',
  },
  briefing_not_held: {
    status: 409,
    ru: 'Инструктаж ещё не проведён: сначала преподаватель записывает, что он говорит испытуемым.',
    en: 'The briefing has not been held yet: first the teacher writes down what the examinees are told.',
  },
  briefing_by_another: {
    status: 409,
    ru: 'Присутствие отмечает тот, кто провёл инструктаж. Попросите его или проведите инструктаж сами.',
    en: 'Whoever held the briefing marks who was there. Ask them, or hold the briefing yourself.',
  },
  briefing_changed: {
    status: 409,
    ru: 'Текст инструктажа изменился. Откройте страницу заново и прочитайте новый.',
    en: 'The words of the briefing have changed. Open the page again and read the new ones.',
  },
} as const satisfies Record<string, Sentence>
