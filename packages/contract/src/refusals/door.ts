// What requests of the area door are refused for.
import type { Sentence } from './sentence.ts'

export const door = {
  steps_missing: {
    status: 409,
    ru: 'Показано ещё не всё. Завершите оставшиеся шаги.',
    en: 'Not everything is shown yet. Finish the steps that are left.',
  },
  nobody_decides: {
    status: 409,
    ru: 'По правилам этого экзамена ждать проктора не нужно: можно начинать.',
    en: 'By the rules of this exam there is no proctor to wait for: you may begin.',
  },
  not_a_picture: {
    status: 422,
    ru: 'Это не снимок с камеры. Сделайте снимок ещё раз.',
    en: 'This is no picture of a camera. Take it again.',
  },
  not_a_sound: {
    status: 422,
    ru: 'Это не запись с микрофона. Запишите ещё раз.',
    en: 'This is no recording of a microphone. Record it again.',
  },
  no_document_kind: {
    status: 422,
    ru: 'Выберите, какой документ вы показываете.',
    en: 'Choose which document you are showing.',
  },
  checks_open: {
    status: 422,
    ru: 'Отметьте всё, что вы сверили: без этого впустить нельзя.',
    en: 'Tick everything you compared: without it nobody is let in.',
  },
  nothing_asked: {
    status: 422,
    ru: 'Отметьте, что показать ещё раз.',
    en: 'Tick what is to be shown again.',
  },
  not_of_this_act: {
    status: 422,
    ru: 'Правила этого экзамена такого не предусматривают.',
    en: 'The rules of this exam do not provide for this.',
  },
  person_identifies: {
    status: 409,
    ru: 'По правилам этого экзамена проктор личность не устанавливает.',
    en: 'By the rules of this exam a proctor does not identify people.',
  },
} as const satisfies Record<string, Sentence>
