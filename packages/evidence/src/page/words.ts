import type { Language } from '../bundle/words.ts'

type Words = {
  readonly lead: string
  readonly drop: string
  readonly choose: string
  readonly bundle: string
  readonly keys: string
  readonly head: string
  readonly noKeys: string
  readonly unknown: string
  readonly working: string
  readonly tooOld: string
  readonly failed: string
  readonly other: string
}

export const pageWords: Readonly<Record<Language, Words>> = {
  ru: {
    lead: 'Всё происходит в этом окне: страница никуда ничего не передаёт и работает без интернета.',
    drop: 'Перетащите сюда архив записи (.zip), файл доверенных ключей (.json) и, если есть, «голову» журнала (.txt).',
    choose: 'Выбрать файлы',
    bundle: 'архив',
    keys: 'доверенные ключи',
    head: '«голова» журнала',
    noKeys: 'Добавьте ключи учреждения, полученные не из этого архива: без них неизвестно, чья подпись.',
    unknown: 'не подходит: нужен .zip, список ключей .json или «голова» .txt',
    working: 'Проверяем…',
    tooOld: 'Этот браузер не умеет проверять подписи Ed25519. Обновите его или возьмите другой.',
    failed: 'Проверить не удалось',
    other: 'English',
  },
  en: {
    lead: 'All of it happens in this window: the page sends nothing anywhere and works offline.',
    drop: 'Drop the recording’s archive (.zip), the file of trusted keys (.json) and, if you have one, the journal head (.txt).',
    choose: 'Choose files',
    bundle: 'archive',
    keys: 'trusted keys',
    head: 'journal head',
    noKeys:
      'Add the institution’s keys, received in another way than with this archive: without them nobody knows whose signature it is.',
    unknown: 'does not fit: it takes a .zip, a list of keys .json or a head .txt',
    working: 'Checking…',
    tooOld: 'This browser can not check Ed25519 signatures. Update it or use another one.',
    failed: 'The check failed',
    other: 'Русский',
  },
}
