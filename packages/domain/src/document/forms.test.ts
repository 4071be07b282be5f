import { expect, test } from 'vitest'
import { instant } from '../time.ts'
import { day } from './dates.ts'
import { form0001 } from './f-000-1.ts'
import { form0032 } from './f-003-2.ts'
import { type Data0034, defaultRows0034, form0034 } from './f-003-4.ts'
import { form0049 } from './f-004-9.ts'
import { formAll5 } from './f-all-5.ts'
import { forms } from './forms.ts'
import type { Formed } from './model.ts'
import { printedLines } from './printed-lines.ts'
import { institute, quality, school, trainingCentre } from './sample/institutions.ts'
import { noisy, outsider, quiet } from './sample/sessions.ts'

const sampleOf = (id: string): string => {
  const form = forms.find((one) => one.id === id)
  if (!form) throw new Error(id)
  return printedLines(form.sample()).join('\n')
}
const missing = (formed: Formed) => (formed.ok ? [] : formed.missing.map(({ field }) => field))
function paper(formed: Formed) {
  if (!formed.ok) throw new Error(JSON.stringify(formed.missing))
  return formed.document
}

/** What table 4.x asks each document to carry. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'F-000-1': [
    'Функции',
    'Правила',
    'добровольн',
    'спорных ситуаций по видеозаписи',
    'Законный представитель',
  ],
  'F-000-2': ['учебный год', 'Цифровой образовательной платформой', 'с применением ЭО, ДОТ', 'Директор'],
  'F-000-3': ['ФИО', 'Направление/сервис', 'Телефон', 'E-mail', 'Часы'],
  'F-000-4': [
    'Поставщик',
    '№ и дата',
    'Срок',
    'Безопасность',
    'Конфиденциальность',
    'Техническая поддержка',
    'Личные кабинеты (да/нет)',
    'Файл',
  ],
  'F-000-5': [
    'ФИО обучающегося',
    'Учебный предмет',
    'Правила',
    'Время авторизации',
    'Время деавторизации',
    'Личность установлена',
    'Отмеченные нарушения',
    'Замечания',
    'Составил',
  ],
  'F-001-3': [
    'Обучающийся',
    'ПМПК',
    'прочитать задание',
    'водить «мышкой»',
    'Технические средства',
    '(файл)',
  ],
  'F-001-4': ['Порядок действий', 'Технические требования', 'Правила', 'Контакты'],
  'F-002-1': [
    '№ 240 от 31 августа 2026 г.',
    'MOODLE',
    'техническое обеспечение',
    'организационное функционирование',
  ],
  'F-002-2': ['Технология', 'ФИО', 'Должность', 'Контакты', 'Основание'],
  'F-002-3': ['Рег. №', 'Дата', 'Заявитель', 'E-mail', 'Суть', 'Исполнитель', 'Срок', 'Продление', 'Ответ'],
  'F-002-4': ['Дисциплина', 'Материал', 'Дата получения', 'Дата проверки', 'Результат', 'Канал отправки'],
  'F-002-5': ['2026 год', 'Электронный почтовый сервис', 'Вопрос', 'отлично', 'Ответов', 'Выводы', 'Меры'],
  'F-003-1': [
    'Кому: руководителю учебно-методического управления',
    'От: педагогический работник',
    'кафедра',
    'Дисциплина (модуль), практика',
    'Вид аттестации',
    'с 01.06.2026 по 27.06.2026',
    'Группа(ы)',
    'Число обучающихся',
    'особенности оценочных средств',
    'Вид прокторинга',
    'Предлагаемые дата и время',
    'не позднее чем за 7 дней',
    'Резолюция УМУ',
  ],
  'F-003-2': ['№ 214-о от 18 мая 2026 г.', 'филиал', 'ФИО', 'Должность', 'Инструктаж', 'на период', 'Ректор'],
  'F-003-3': ['№ п/п', 'ФИО', 'Дата', 'Тема', 'Кто провёл', 'Подпись/отметка', 'офлайн'],
  'F-003-4': [
    'ФИО обучающегося',
    'Дисциплина',
    'Вид аттестации',
    'Дата',
    'Время авторизации',
    'Время деавторизации',
    'Документ предъявлен (вид)',
    'Комментарий',
    'Проктор',
  ],
  'F-004-6': [
    '№ 12 от 12 мая 2026 г.',
    'Испытания',
    'Период',
    'а также их фрагментов',
    'Ознакомлен(а)',
    'Подпись',
  ],
  'F-004-7': [
    'Программа',
    'Группа',
    'Дисциплина',
    'Вид аттестации',
    'Дата',
    'Начало (интервал)',
    'Проктор(ы)',
    'Вид прокторинга',
    'Ссылка',
    'Отметка о доведении',
  ],
  'F-004-8': ['инструктаж', 'материалы', 'Списки испытуемых актуальны', 'допуска'],
  'F-004-9': [
    'Начало',
    'Окончание',
    'Длительность (мин.)',
    'Сторона',
    'Описание',
    'Решение преподавателя',
    'Новая дата',
    'Каналы извещения',
  ],
  'F-004-10': [
    'Протокол',
    'Обучающийся',
    'Статус проверки',
    'Материалы',
    'Рекомендация',
    'Дата: 27 мая 2026 г.',
  ],
  'F-004-11': ['Отзываю согласие № 412', 'Дата', 'Отметка о приёме', 'непреодолимые препятствия'],
  'F-004-12': ['ФИО', 'Дисциплина', 'Дата', 'Основание', 'Протокол'],
  'F-ALL-1': ['В апелляционную комиссию', 'Испытание', 'Обжалуется', 'Обстоятельства', 'видеозапись', 'Дата'],
  'F-ALL-2': ['Состав комиссии', 'Изученные материалы', 'Тайм-коды', 'Решение', 'Председатель комиссии'],
  'F-ALL-3': ['ФИО', 'Редакция правил', 'Дата и время', 'Способ подтверждения'],
  'F-ALL-4': ['Запись', 'Дата записи', 'Хеш', 'Основание', '25 августа 2026 г.', 'Член комиссии'],
  'F-ALL-5': [
    'ФИО',
    'Испытание',
    'Протокол',
    'значение результата',
    'Основание (пункт)',
    'Кто принял',
    'Дата',
  ],
}

test.each(Object.entries(asked))('%s carries every field asked of it', (id, fields) => {
  const text = sampleOf(id)
  for (const field of fields) expect(text).toContain(field)
})

test('there is a form for every line of chapter 4 and the school’s own protocol (R0-7.4), none twice', () => {
  const verbatim = ['F-001-1', 'F-001-2', 'F-004-1', 'F-004-2', 'F-004-3', 'F-004-4', 'F-004-5']
  expect(forms.map(({ id }) => id).toSorted()).toEqual([...Object.keys(asked), ...verbatim].toSorted())
})

test('the name of a document tells of nobody', () => {
  for (const { name } of forms) expect(name).not.toMatch(/[А-ЯЁ][а-яё]+ [А-ЯЁ]([а-яё]+ [А-ЯЁ]|\. ?[А-ЯЁ]\.)/)
})

test('the head of the quality system is on every form of 004 and on none of the others', () => {
  for (const { id, sample } of forms) {
    expect(sample().head?.left[1], id).toBe(
      id.startsWith('F-004-') || id.startsWith('F-ALL-') ? 'СМК УД-4.26-2024' : undefined,
    )
  }
})

const all = defaultRows0034.map(({ row }) => row)
const of003: Data0034 = {
  institution: institute,
  examinee: 'Фролов Константин Евгеньевич',
  documentShown: 'студенческий билет',
  comment: '',
  session: { ...quiet, discipline: 'Статистика' },
  denied: all,
}

test('R3-3.3 marks go by their codes into a protocol of section 6, or of the rows the institution chose', () => {
  const formed = form0034({
    ...of003,
    session: { ...of003.session, marks: [outsider] },
    denied: all.filter((row) => row !== 'outsider_in_frame'),
  })
  const lines = printedLines({ ...paper(formed), annex: [] })
  expect(lines.filter((line) => line === 'да')).toHaveLength(1)
  expect(lines.filter((line) => line === 'нет')).toHaveLength(all.length - 1)
  const row = lines.findIndex((line) => line.startsWith('п. 6.4.2 наличие постороннего человека в кадре'))
  expect(lines.slice(row + 1, row + 3)).toEqual(['да', '11:14:05–11:14:41; 11:29:10–11:29:18'])
  for (const clause of ['6.2', '6.3', '6.4.1', '6.5', '6.6.5', '6.7.8', '6.8.2', '6.9.2']) {
    expect(lines.some((line) => line.startsWith(`п. ${clause} `))).toBe(true)
  }
  const rows = [{ row: 'people', wording: 'посторонние', codes: ['outsider_in_frame' as const] }]
  const own = printedLines(paper(form0034({ ...of003, rows, denied: ['people'] })))
  expect(own[own.indexOf('посторонние') + 1]).toBe('нет')
  expect(missing(form0034({ ...of003, denied: all.slice(1) }))).toEqual([`rows.${all[0]}`])
})

test('R3-3.5 the protocol of 003 carries the proctor’s statement and is not made without it', () => {
  const lines = printedLines({ ...paper(form0034(of003)), annex: [] })
  expect(lines).toContain(
    'Подтверждаю объективность оценивания условий прохождения аттестационных испытаний и действительность выявленных нарушений правил прохождения аттестационных испытаний.',
  )
  expect(lines).toContain('подписано 25.05.2026 11:58:00')
  expect(missing(form0034({ ...of003, session: { ...of003.session, confirmation: null } }))).toEqual([
    'confirmation',
  ])
})

test('nobody is appointed proctor by an order without a briefing', () => {
  const order = {
    institution: institute,
    registration: null,
    branch: '',
    period: null,
    proctors: [{ name: 'Ершова Анна Борисовна', post: 'специалист', briefing: null }],
    rector: 'Захаров Михаил Петрович',
  }
  expect(missing(form0032(order))).toEqual(['registration', 'period', 'branch', 'proctors.1.briefing'])
})

test('a minor’s consent is signed by the representative, and both answers are asked for', () => {
  const consent = {
    institution: school,
    examinee: 'Соколов Артём Игоревич',
    minor: true,
    representative: null,
    functions: ['запись'],
    rules: 'Правила, редакция 3',
    proctoring: null,
    disputes: null,
    on: null,
    signedOn: null,
  }
  expect(missing(form0001(consent))).toEqual(['representative', 'proctoring', 'disputes', 'on'])
})

test('a postponed exam has a new day and a way to tell of it; one that goes on needs neither', () => {
  const record = {
    institution: trainingCentre,
    quality,
    protocol: noisy.registration,
    examinee: 'Ким Алина Робертовна',
    outage: {
      from: instant('2026-05-25T07:20:00Z'),
      to: instant('2026-05-25T07:38:30Z'),
      side: 'network' as const,
      description: 'обрыв',
      decision: '',
    },
    newDay: null,
    channels: [],
    teacher: 'Жуков Павел Андреевич',
  }
  expect(missing(form0049({ ...record, decision: 'postpone' }))).toEqual(['newDay', 'channels'])
  expect(missing(form0049({ ...record, decision: 'continue' }))).toEqual([])
  expect(missing(form0049({ ...record, decision: null }))).toEqual(['decision'])
  expect(missing(form0049({ ...record, decision: 'offered' }))).toEqual(['newDay', 'channels'])
  const asked = form0049({
    ...record,
    decision: 'offered',
    newDay: day('2026-05-28'),
    channels: ['account'],
  })
  expect(printedLines(paper(asked)).join('\n')).toContain('предложено, ответа нет')
})

test('a decision names a person, a value and a ground', () => {
  const decision = {
    institution: trainingCentre,
    quality,
    registration: noisy.registration,
    examinee: 'Дроздов Никита Андреевич',
    exam: 'Электробезопасность',
    protocol: noisy.registration,
    value: null,
    ground: null,
    decidedBy: null,
    on: null,
  }
  expect(missing(formAll5(decision)).toSorted()).toEqual(['decidedBy', 'ground', 'on', 'value'])
})
