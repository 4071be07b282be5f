// What requests of the area conduct are refused for.
import type { Sentence } from './sentence.ts'

export const conduct = {
  warning_not_whole: {
    status: 422,
    ru: 'По акту предупреждение и показывают, и читают вслух. Сделайте и то и другое.',
    en: 'The act wants a warning both shown and read aloud. Do both.',
  },
  only_a_person: {
    status: 409,
    ru: 'Отказ отмечает только проктор: молчание отказом не считается.',
    en: 'Only a proctor finds a refusal: silence is none.',
  },
  leaving_forbidden: {
    status: 409,
    ru: 'На этом экзамене выходить нельзя.',
    en: 'Nobody may leave during this exam.',
  },
  not_shown_yet: {
    status: 409,
    ru: 'Экзаменуемому это ещё не показано, поэтому не выполнить он не мог.',
    en: 'The examinee has not seen it yet and can not have ignored it.',
  },
  no_time_to_answer: {
    status: 409,
    ru: 'В правилах экзамена не указано, сколько времени даётся на осмотр.',
    en: 'The rules of this exam do not say how long a look around may take.',
  },
} as const satisfies Record<string, Sentence>
