// A recording and its pieces: closed, destroyed, or opened to nobody this way.
import type { Sentence } from './sentence.ts'

export const recordings = {
  recording_destroyed: {
    status: 410,
    ru: 'Запись уничтожена по акту. Её хеш и протокол сохранены.',
    en: 'The recording was destroyed by an act. Its hash and the protocol are kept.',
  },
  recording_blocked: {
    status: 409,
    ru: 'Запись закрыта для всех: её хранят, но не смотрят. Спросите того, кто отвечает за персональные данные.',
    en: 'The recording is closed to everybody: it is kept and not looked at. Ask whoever answers for personal data.',
  },
  clip_not_ready: {
    status: 409,
    ru: 'Протокол ещё не передан. Отрывки появятся вместе с отметками.',
    en: 'The protocol is not handed over yet. The pieces come together with the marks.',
  },
  clips_off: {
    status: 403,
    ru: 'Учреждение не показывает отрывки записи здесь. Их можно попросить изучить в апелляции.',
    en: 'The institution does not show pieces of recordings here. An appeal may ask for them to be studied.',
  },
  clips_not_for_this: {
    status: 403,
    ru: 'По правилам учреждения запись не смотрят для споров и апелляций.',
    en: 'By the rules of the institution recordings are not looked at for disputes and appeals.',
  },
  clips_considered: {
    status: 403,
    ru: 'Апелляция рассмотрена, поэтому отрывки записи больше не показываются.',
    en: 'The appeal has been considered, so that pieces of the recording are not shown any more.',
  },
  clips_over: {
    status: 403,
    ru: 'Сроки ответа и апелляции прошли, поэтому отрывки записи больше не показываются.',
    en: 'The time to answer and to appeal is over, so that pieces of the recording are not shown any more.',
  },
  view_needed: {
    status: 403,
    ru: 'Чтобы открыть запись, назовите цель просмотра.',
    en: 'To open the recording, state the purpose.',
  },
  view_over: {
    status: 403,
    ru: 'Время просмотра вышло. Откройте запись ещё раз.',
    en: 'The viewing time is over. Open the recording again.',
  },
  range_too_large: {
    status: 400,
    ru: 'За один раз запрошено слишком много записи.',
    en: 'Too much of the recording was asked for at once.',
  },
  no_dispute_consent: {
    status: 409,
    ru: 'Разбирать спор по этой записи нельзя: согласия на это до экзамена нет или оно отозвано.',
    en: 'This recording can not settle a dispute: there was no consent to that before the exam, or it was withdrawn.',
  },
} as const satisfies Record<string, Sentence>
