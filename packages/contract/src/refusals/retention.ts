// What requests of the area retention are refused for.
import type { Sentence } from './sentence.ts'

export const retention = {
  too_few_together: {
    status: 409,
    ru: 'Пока нет ни одной группы из пяти человек и больше: в меньшей человека можно узнать и без имени.',
    en: 'There is no group of five people or more yet: in a smaller one a person is known without a name.',
  },
  claim_unsaid: {
    status: 422,
    ru: 'Напишите, кто и когда обратился.',
    en: 'Write who asked and when.',
  },
  decision_needed: {
    status: 409,
    ru: 'Запись оспаривают. Удержание снимает только письменное решение: нажмите «Решить».',
    en: 'The recording is disputed. A written decision alone ends the hold: press “Decide”.',
  },
  wrong_outcome: {
    status: 422,
    ru: 'Такого решения по этому обращению не бывает.',
    en: 'A dispute of this kind does not end so.',
  },
  review_too_far: {
    status: 409,
    ru: 'Назначьте день пересмотра: не раньше завтрашнего и не дальше 90 дней.',
    en: 'Set the day to look again: tomorrow at the earliest, within 90 days.',
  },
  same_person: {
    status: 403,
    ru: 'Уничтожение подтверждает другой человек, не тот, кто составил акт.',
    en: 'A destruction is confirmed by somebody other than the one who prepared the act.',
  },
  not_due: {
    status: 409,
    ru: 'Не все записи можно уничтожить: срок не вышел, подана апелляция или запись удержана. Обновите список.',
    en: 'Not all of them may be destroyed: the term runs, an appeal is open or one is held. Reload the list.',
  },
  export_under_way: {
    status: 409,
    ru: 'Такая выгрузка уже готовится. Вам скажут, когда её можно будет скачать.',
    en: 'Such an archive is already being made. You will be told when it can be taken.',
  },
  day_before_debt: {
    status: 409,
    ru: 'Этот день раньше, чем появилась задолженность.',
    en: 'That day is before the debt was made.',
  },
} as const satisfies Record<string, Sentence>
