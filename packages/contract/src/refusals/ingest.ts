// What requests of the area ingest are refused for.
import type { Sentence } from './sentence.ts'

export const ingest = {
  malformed: {
    status: 400,
    ru: 'Запрос составлен неверно. Ничего не сохранено.',
    en: 'The request is not well formed. Nothing was saved.',
  },
  lease_taken: {
    status: 409,
    ru: 'Экзамен уже записывается на другом устройстве. Закройте его там; через полминуты запись можно вести здесь.',
    en: 'The exam is being recorded on another device. Close it there; in half a minute it can be recorded here.',
  },
  checksum: {
    status: 460,
    ru: 'Часть записи повредилась в пути. Она будет отправлена ещё раз.',
    en: 'A part of the recording was damaged on its way. It will be sent again.',
  },
  conflict: {
    status: 409,
    ru: 'Эта часть записи уже принята, и она другая. Принятое не изменено.',
    en: 'This part of the recording was already accepted and it was different. What was accepted is unchanged.',
  },
  chain: {
    status: 409,
    ru: 'Часть записи не продолжает принятое. Ничего не изменено.',
    en: 'This part does not continue what was accepted. Nothing was changed.',
  },
  parts: {
    status: 409,
    ru: 'Часть записи пришла не целиком. Она будет отправлена ещё раз.',
    en: 'A part of the recording did not arrive whole. It will be sent again.',
  },
  quota: {
    status: 429,
    ru: 'Запись идёт быстрее, чем должна. Она продолжится через несколько секунд.',
    en: 'The recording arrives faster than it should. It will go on in a few seconds.',
  },
} as const satisfies Record<string, Sentence>
