// The report in words (security.md 4.3, 4.4, 4.6), for the command line and the page alike.
import type { CheckId, Lack, Problem, Unread, Verdict } from './report.ts'

export type Language = 'ru' | 'en'

type Words = {
  readonly title: string
  readonly verdicts: Readonly<Record<Verdict, string>>
  readonly checks: Readonly<Record<CheckId, string>>
  readonly problems: Readonly<Record<Problem, string>>
  readonly lacks: Readonly<Record<Lack, string>>
  readonly heads: {
    readonly checks: string
    readonly problems: string
    readonly lacks: string
    readonly tracks: string
    readonly proven: string
    readonly notProven: string
  }
  readonly columns: {
    readonly check: string
    readonly done: string
    readonly failed: string
    readonly track: string
    readonly records: string
    readonly coverage: string
    readonly gaps: string
    readonly megabytes: string
  }
  readonly facts: {
    readonly session: string
    readonly exam: string
    readonly from: string
    readonly to: string
    readonly closed: string
    readonly digest: string
    readonly head: string
    readonly late: string
    readonly key: string
  }
  readonly unreadable: Readonly<Record<Unread, string>>
  readonly second: string
  readonly point: string
  readonly none: string
  readonly more: string
  readonly lateRecords: (records: number, minutes: number) => string
  readonly provenBy: readonly string[]
  readonly limits: readonly string[]
}

const ru: Words = {
  title: 'Проверка записи экзамена',
  verdicts: {
    valid: 'ПОДЛИННА И ПОЛНА',
    invalid: 'НЕ ПОДЛИННА ИЛИ ИЗМЕНЕНА',
    incomplete: 'ИЗМЕНЕНИЙ НЕТ, НО ЗАПИСЬ ИЛИ ПРОВЕРКА НЕПОЛНА',
    unreadable: 'АРХИВ НЕ ЧИТАЕТСЯ',
  },
  checks: {
    file: 'Файлы архива',
    manifest: 'Подпись описи',
    records: 'Фрагменты и их заголовки',
    chain: 'Цепочки хэшей',
    receipts: 'Расписки сервера',
    tree: 'Корни деревьев и сводки дорожек',
    payloads: 'Видео, звук и события: хэш каждого фрагмента',
    log: 'Журнал действий',
  },
  problems: {
    checksum: 'контрольная сумма файла не сходится',
    file_missing: 'файла нет',
    file_unknown: 'лишний файл',
    file_size: 'размер файла не тот',
    keys: 'список ключей неверен',
    manifest_form: 'опись составлена неверно',
    manifest_signature: 'подпись описи неверна',
    key_not_trusted: 'опись подписана ключом, которого нет среди доверенных',
    record_form: 'строка о фрагменте составлена неверно',
    record_order: 'фрагмент стоит не на своём месте или повторён',
    record_foreign: 'фрагмент из другой записи',
    header: 'сведения о фрагменте расходятся с его заголовком',
    count: 'число фрагментов не то',
    client_chain: 'цепочка браузера прервана',
    acceptance: 'порядок приёма с пропуском или повтором',
    time_order: 'время приёма идёт назад',
    server_chain: 'цепочка сервера не сходится с описью',
    receipt: 'расписка не подписана сервером или говорит о другом',
    root: 'корень дерева фрагментов не тот',
    track: 'сводка дорожки расходится с фрагментами',
    events_root: 'события сессии не те',
    payload: 'содержимое фрагмента изменено или утрачено',
    log_form: 'файлы журнала составлены неверно',
    head_signature: '«голова» журнала не подписана доверенным ключом',
    log_entry: 'строка журнала говорит о другой записи',
    inclusion: 'строки нет под «головой» журнала',
    consistency: '«голова» журнала не продолжает прежнюю',
    split_view: 'у журнала две разные истории: принесённая «голова» противоречит архиву',
  },
  lacks: {
    gap: 'пропуск в записи',
    missing: 'фрагменты не дошли до сервера',
    not_ended: 'браузер не сообщил, что закончил дорожку',
    trust_absent: 'нет доверенных ключей: подпись верна, но чья она, не проверено',
    log_absent: 'нет доказательства из журнала действий',
    head_not_covered: 'принесённую «голову» не с чем сравнить; запросите новую выгрузку',
  },
  heads: {
    checks: 'Что проверено',
    problems: 'Что не сошлось',
    lacks: 'Чего не хватает',
    tracks: 'Дорожки',
    proven: 'Что это доказывает',
    notProven: 'Что НЕ доказывает никакая проверка',
  },
  columns: {
    check: 'Проверка',
    done: 'Проверено',
    failed: 'Не сошлось',
    track: 'Дорожка',
    records: 'Фрагм.',
    coverage: 'Записано',
    gaps: 'Пропусков',
    megabytes: 'МБ',
  },
  facts: {
    session: 'Сессия',
    exam: 'Экзамен',
    from: 'Начало контроля',
    to: 'Конец контроля',
    closed: 'Запись закрыта',
    digest: 'Хэш описи (SHA-256)',
    head: '«Голова» журнала',
    late: 'Передано с опозданием',
    key: 'Ключ описи',
  },
  unreadable: {
    'not a ZIP file': 'это не архив ZIP',
    'cut short': 'файл обрывается',
    'not as Ochno writes it': 'архив записан не программой «Очно»',
    'entries do not follow each other': 'файлы в архиве идут не подряд',
    'one name twice': 'одно имя встречается дважды',
    'bytes outside the entries': 'в архиве есть лишние байты',
    'a size beyond reason': 'указан невозможный размер',
    'a name of other letters': 'в имени файла недопустимые знаки',
    'the directory is not where it says': 'оглавление архива не на своём месте',
    'an entry reaches into the directory': 'файл заходит на оглавление архива',
    'two names for one entry': 'у одного файла два имени',
    'a text file is too large': 'текстовый файл слишком велик',
  },
  second: 'с',
  point: ',',
  none: 'нет',
  more: 'и другие',
  lateRecords: (records, minutes) =>
    `фрагментов: ${records}, самое большое опоздание: ${minutes} мин. Для них известно время приёма, а не съёмки.`,
  provenBy: [
    'Это то, что принял сервер: ни один байт не изменён, и нет недостач, кроме перечисленных.',
    'Принято не позже указанного времени (часы сервера) и не менялось после «головы» журнала.',
    'Никто с правами на сервере не убрал минуту задним числом, если хотя бы одна расписка или «голова» хранится вне сервера.',
  ],
  limits: [
    'что видео показывает действительность: поток могли подменить до браузера;',
    'когда сняты фрагменты, переданные с опозданием: известно только время приёма;',
    'что не было второго экрана, телефона или человека вне поля зрения камеры;',
    'что сдавал именно владелец учётной записи: личность сверял человек, один раз;',
    'что ничего не меняли до приёма первого байта сервером;',
    'что у учреждения нет других копий записи и её никто не смотрел мимо программы;',
    'честность или вину: отметок может не быть у виноватого, и они могут быть у честного.',
  ],
}

const en: Words = {
  title: 'Check of an exam recording',
  verdicts: {
    valid: 'AUTHENTIC AND COMPLETE',
    invalid: 'NOT AUTHENTIC OR CHANGED',
    incomplete: 'NOT CHANGED, BUT THE RECORDING OR THE CHECK IS INCOMPLETE',
    unreadable: 'THE ARCHIVE CAN NOT BE READ',
  },
  checks: {
    file: 'Files of the archive',
    manifest: 'Signature of the manifest',
    records: 'Records and their headers',
    chain: 'Hash chains',
    receipts: 'Receipts of the server',
    tree: 'Tree roots and track summaries',
    payloads: 'Video, sound and events: hash of every record',
    log: 'Journal of acts',
  },
  problems: {
    checksum: 'the checksum of the file does not match',
    file_missing: 'the file is missing',
    file_unknown: 'a file too many',
    file_size: 'the file has another size',
    keys: 'the list of keys is wrong',
    manifest_form: 'the manifest is not well formed',
    manifest_signature: 'the signature of the manifest is wrong',
    key_not_trusted: 'the manifest is signed with a key that is not trusted',
    record_form: 'the line about a record is not well formed',
    record_order: 'a record is out of its place or repeated',
    record_foreign: 'a record of another recording',
    header: 'what is said about a record differs from its header',
    count: 'another number of records',
    client_chain: 'the chain of the browser is broken',
    acceptance: 'the order of acceptance has a hole or a repetition',
    time_order: 'the time of acceptance goes back',
    server_chain: 'the chain of the server differs from the manifest',
    receipt: 'a receipt is not signed by the server or speaks of something else',
    root: 'the root of the tree of records is another',
    track: 'the summary of a track differs from its records',
    events_root: 'the events of the session are others',
    payload: 'the content of a record is changed or lost',
    log_form: 'the files of the journal are not well formed',
    head_signature: 'the tree head is not signed with a trusted key',
    log_entry: 'the line of the journal speaks of another recording',
    inclusion: 'the line is not under the tree head',
    consistency: 'the tree head does not continue an earlier one',
    split_view: 'the journal has two histories: a head brought from outside contradicts the archive',
  },
  lacks: {
    gap: 'a gap in the recording',
    missing: 'records that never reached the server',
    not_ended: 'the browser did not say that the track was over',
    trust_absent: 'no trusted keys: the signature holds, but whose it is was not checked',
    log_absent: 'no proof from the journal of acts',
    head_not_covered: 'the head brought can not be compared; ask for a new export',
  },
  heads: {
    checks: 'What was checked',
    problems: 'What did not match',
    lacks: 'What is missing',
    tracks: 'Tracks',
    proven: 'What this proves',
    notProven: 'What NO check can prove',
  },
  columns: {
    check: 'Check',
    done: 'Checked',
    failed: 'Failed',
    track: 'Track',
    records: 'Records',
    coverage: 'Recorded',
    gaps: 'Gaps',
    megabytes: 'MB',
  },
  facts: {
    session: 'Session',
    exam: 'Exam',
    from: 'Control from',
    to: 'Control to',
    closed: 'Recording closed',
    digest: 'Hash of the manifest (SHA-256)',
    head: 'Journal head',
    late: 'Delivered late',
    key: 'Key of the manifest',
  },
  unreadable: {
    'not a ZIP file': 'not a ZIP file',
    'cut short': 'the file is cut short',
    'not as Ochno writes it': 'the archive was not written by Ochno',
    'entries do not follow each other': 'entries do not follow each other',
    'one name twice': 'one name occurs twice',
    'bytes outside the entries': 'there are bytes outside the entries',
    'a size beyond reason': 'a size is beyond reason',
    'a name of other letters': 'a file name has characters that are not allowed',
    'the directory is not where it says': 'the directory is not where it says',
    'an entry reaches into the directory': 'an entry reaches into the directory',
    'two names for one entry': 'one entry has two names',
    'a text file is too large': 'a text file is too large',
  },
  second: 's',
  point: '.',
  none: 'none',
  more: 'and others',
  lateRecords: (records, minutes) =>
    `${records} records, the latest by ${minutes} min. For these the time of acceptance is known, not of capture.`,
  provenBy: [
    'This is what the server accepted: not a byte is changed and nothing is missing but what is listed.',
    'It was accepted not later than stated (clock of the server) and not changed after the journal head.',
    'Nobody with rights on the server removed a minute afterwards, if one receipt or head is kept outside the server.',
  ],
  limits: [
    'that the video shows reality: the stream may have been replaced before the browser;',
    'when records that were delivered late were captured: only the time of acceptance is known;',
    'that there was no second screen, phone or person outside the view of the camera;',
    'that the account holder took the exam: a human compared the face, once;',
    'that nothing was changed before the first byte reached the server;',
    'that the institution has no other copy and nobody watched it past the program;',
    'honesty or guilt: a guilty person may have no mark, and an honest one may have some.',
  ],
}

export const words: Readonly<Record<Language, Words>> = { ru, en }
