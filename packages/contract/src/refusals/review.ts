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
} as const satisfies Record<string, Sentence>
