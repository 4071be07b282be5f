// What requests of the area review are refused for.
import type { Sentence } from './sentence.ts'

export const review = {
  reviewed_already: {
    status: 409,
    ru: 'Эта запись уже стоит в очереди на проверку или проверена.',
    en: 'This recording is in the queue already, or was reviewed.',
  },
  reviewer_barred: {
    status: 409,
    ru: 'Этому человеку запись передать нельзя: он уже смотрел её, связан с экзаменуемым или не проктор.',
    en: 'The recording can not be given to this person: they have looked already, are related to the examinee, or are no proctor.',
  },
  no_reviewer: {
    status: 409,
    ru: 'Некому передать: нет проктора, который ещё не смотрел эту запись.',
    en: 'There is nobody to give it to: no proctor who has not looked at this recording yet.',
  },
  not_looked_at: {
    status: 409,
    ru: 'Сначала посмотрите этот момент записи, потом отвечайте на подсказку.',
    en: 'Look at this moment of the recording first, then answer the hint.',
  },
  too_much_played: {
    status: 409,
    ru: 'Столько записи за это время просмотреть нельзя. Ничего не засчитано.',
    en: 'Nobody can have seen so much in this time. Nothing was counted.',
  },
  hints_unresolved: {
    status: 409,
    ru: 'Остались подсказки без ответа. Отметьте нарушение или отклоните каждую с причиной.',
    en: 'Some hints are not answered. Mark a violation or dismiss each with a reason.',
  },
  no_status: {
    status: 409,
    ru: 'Выберите статус проверки.',
    en: 'Choose the status of the check.',
  },
  status_does_not_fit: {
    status: 409,
    ru: 'Этот статус не подходит к отметкам. Посмотрите, какие подходят.',
    en: 'This status does not fit the marks. See which ones do.',
  },
  say_in_comment: {
    status: 409,
    ru: 'В этой проверке напишите об этом в комментарии, когда будете её завершать.',
    en: 'At this review, write it in the comment when you finish.',
  },
  not_disputed: {
    status: 409,
    ru: 'Об этом спора нет.',
    en: 'This is not disputed.',
  },
  verdict_missing: {
    status: 409,
    ru: 'Ответьте по каждому нарушению, о котором проверяющие разошлись.',
    en: 'Answer each violation the reviewers disagree about.',
  },
  control_not_settled: {
    status: 409,
    ru: 'Контролем может быть запись, о которой уже всё решено: первый просмотр закончен, второй и третий тоже, если они были.',
    en: 'A control is a recording everything is decided about: the first look is finished, and the second and third if there were any.',
  },
  control_not_kept: {
    status: 409,
    ru: 'Запись ещё не закрыта или уже уничтожена. Контролем она быть не может.',
    en: 'The recording is not closed yet or has been destroyed. It can not be a control.',
  },
  control_not_permitted: {
    status: 409,
    ru: 'Эту запись для контроля использовать нельзя: согласие отозвано, срок хранения вышел, её держат или идёт апелляция.',
    en: 'This recording can not be used as a control: a consent was withdrawn, its term is over, it is held, or an appeal is open.',
  },
  control_nothing_seen: {
    status: 409,
    ru: 'В этой записи нет куска, который проверяющий посмотрел целиком, поэтому правильный ответ неизвестен.',
    en: 'No piece of this recording was watched whole by its reviewer, so the right answer is not known.',
  },
} as const satisfies Record<string, Sentence>
