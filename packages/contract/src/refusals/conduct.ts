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
  no_private_channel: {
    status: 403,
    ru: 'Писать экзаменуемому можно только во время его экзамена.',
    en: 'An examinee may be written to during the exam alone.',
  },
  complaint_of_family: {
    status: 409,
    ru: 'На жалобу своей семьи отвечает кто-то другой.',
    en: 'Somebody else answers a complaint of one’s own family.',
  },
  already_yours: {
    status: 409,
    ru: 'Эту жалобу уже рассматриваете вы.',
    en: 'You are looking at this complaint already.',
  },
  not_taken: {
    status: 409,
    ru: 'Отвечает тот, кто рассматривает жалобу. Сначала возьмите её.',
    en: 'Whoever looks at the complaint answers it. Take it first.',
  },
} as const satisfies Record<string, Sentence>
