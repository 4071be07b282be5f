import { expect, test } from 'vitest'
import type { Row004 } from '../incident/rows.ts'
import { blank0043, type Data0043, form0043 } from './f-004-3.ts'
import type { Formed } from './model.ts'
import { printedLines } from './printed-lines.ts'
import { quality, trainingCentre } from './sample/institutions.ts'
import { brokenOff, outsider, quiet } from './sample/sessions.ts'

const who = { institution: trainingCentre, quality }
const all: readonly Row004[] = ['S1', 'S2', 'S3', 'S4', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7']

const data: Data0043 = {
  ...who,
  examinee: 'Гончарова Мария Павловна',
  kind: 'intermediate',
  session: quiet,
  denied: all,
}

function paper(formed: Formed) {
  if (!formed.ok) throw new Error(JSON.stringify(formed.missing))
  return formed.document
}
const body = (formed: Formed) => printedLines({ ...paper(formed), annex: [] })
const missing = (formed: Formed) => (formed.ok ? [] : formed.missing.map(({ field }) => field))
const blank = printedLines(blank0043(who))

test('R4-A3.00 the protocol of one examinee reads as the act prints it', () => {
  expect(blank).toEqual([
    'Приложение 3',
    'к Регламенту',
    'Протокол прокторинга (промежуточная аттестация)',
    'ФИО Обучающегося/Слушателя',
    'Форма обучения',
    'Очная',
    'Вид аттестации: промежуточная/итоговая',
    'Трансляция содержимого экрана:',
    '- переключение фокуса на сторонние приложения или вкладки браузера',
    'да/нет',
    '- открытие браузера не на весь экран',
    'да/нет',
    '- наличие дополнительно подключенного монитора',
    'да/нет',
    '- отсутствие видео с экрана',
    'да/нет',
    'Трансляция с веб-камеры:',
    '- отсутствие сигнала с веб-камеры (веб-камера отключена)',
    'да*/нет',
    '- отсутствие испытуемого перед камерой или поворот головы в сторону',
    'да/нет',
    '- присутствие посторонних лиц перед камерой',
    'да*/нет',
    '- присутствие неопознанного лица перед камерой',
    'да*/нет',
    '- отсутствие или низкий уровень звукового сигнала с микрофона',
    'да/нет',
    '- присутствие посторонних разговора или шумов на фоне',
    'да/нет',
    '- отсутствие испытуемого в сеансе',
    'да*/нет',
    '* при наличии двух и более нарушений результат аттестации признается неудовлетворительным',
  ])
  expect(body(form0043(data)).slice(0, 6)).toEqual([
    ...blank.slice(0, 4),
    'Гончарова Мария Павловна',
    'Форма обучения',
  ])
})

test('R4-A3.01 R4-A3.02 R4-A3.03 the examinee, the printed form of study and one of two kinds', () => {
  const printed = body(form0043(data))
  expect(printed[printed.indexOf('ФИО Обучающегося/Слушателя') + 1]).toBe('Гончарова Мария Павловна')
  expect(printed[printed.indexOf('Форма обучения') + 1]).toBe('Очная')
  const kind = (lines: readonly string[]) =>
    lines[lines.indexOf('Вид аттестации: промежуточная/итоговая') + 1]
  expect(kind(printed)).toBe('промежуточная')
  expect(kind(body(form0043({ ...data, kind: 'final' })))).toBe('итоговая')
  expect(missing(form0043({ ...data, examinee: ' ', kind: null }))).toEqual(['examinee', 'kind'])
})

test('R4-A3.04 R4-A3.09 the two groups stand above their rows without an answer', () => {
  const at = (text: string) => blank.indexOf(text)
  expect(at('Трансляция содержимого экрана:')).toBe(
    at('- переключение фокуса на сторонние приложения или вкладки браузера') - 1,
  )
  expect(at('Трансляция с веб-камеры:')).toBe(
    at('- отсутствие сигнала с веб-камеры (веб-камера отключена)') - 1,
  )
})

test.each([
  [
    'R4-A3.05',
    'S1',
    'переключение фокуса на сторонние приложения или вкладки браузера',
    'focus_switch',
    'да',
  ],
  ['R4-A3.06', 'S2', 'открытие браузера не на весь экран', 'browser_not_fullscreen', 'да'],
  ['R4-A3.07', 'S3', 'наличие дополнительно подключенного монитора', 'additional_monitor', 'да'],
  ['R4-A3.08', 'S4', 'отсутствие видео с экрана', 'screen_video_missing', 'да'],
  [
    'R4-A3.10',
    'C1',
    'отсутствие сигнала с веб-камеры (веб-камера отключена)',
    'webcam_signal_missing',
    'да*',
  ],
  [
    'R4-A3.11',
    'C2',
    'отсутствие испытуемого перед камерой или поворот головы в сторону',
    'face_absent',
    'да',
  ],
  ['R4-A3.12', 'C3', 'присутствие посторонних лиц перед камерой', 'outsider_in_frame', 'да*'],
  ['R4-A3.13', 'C4', 'присутствие неопознанного лица перед камерой', 'unidentified_person_on_camera', 'да*'],
  [
    'R4-A3.14',
    'C5',
    'отсутствие или низкий уровень звукового сигнала с микрофона',
    'audio_absent_or_low',
    'да',
  ],
  ['R4-A3.15', 'C6', 'присутствие посторонних разговора или шумов на фоне', 'background_voices_noise', 'да'],
  ['R4-A3.16', 'C7', 'отсутствие испытуемого в сеансе', 'examinee_absent_from_session', 'да*'],
] as const)(
  '%s row %s «%s» is answered by a person alone, with the star of the act',
  (_, row, text, code, yes) => {
    const answer = (formed: Formed) => {
      const lines = body(formed)
      return lines[lines.indexOf(`- ${text}`) + 1]
    }
    const rest = all.filter((one) => one !== row)
    const session = { ...quiet, marks: [{ ...outsider, code }] }
    expect(blank[blank.indexOf(`- ${text}`) + 1]).toBe(`${yes}/нет`)
    expect(answer(form0043(data))).toBe('нет')
    expect(answer(form0043({ ...data, session, denied: rest }))).toBe(yes)
    expect(missing(form0043({ ...data, denied: rest })), 'unset').toEqual([`rows.${row}`])
    expect(missing(form0043({ ...data, session })), 'marked and denied').toEqual([`rows.${row}`])
  },
)

test('R4-0c every page carries the code of the quality system and the two columns of its head', () => {
  expect(paper(form0043(data)).head).toEqual({
    left: ['Внутренняя система менеджмента качества', 'СМК УД-4.26-2024'],
    centre: [],
    right: [
      'Частное образовательное учреждение дополнительного профессионального образования «Учебно-технический центр Энергобезопасность» (ЧОУ ДПО «УТЦ Энергобезопасность»)',
      'Регламент использования технологии прокторинга при реализации образовательных программ очной формы обучения с применением дистанционных образовательных технологий в ЧОУ ДПО «УТЦ Энергобезопасность»',
    ],
  })
})

test('R4-3.1 the summary answers both questions, and no protocol is made before a person answered them', () => {
  const lines = printedLines(paper(form0043(data)))
  expect(lines[lines.indexOf('Личность установлена') + 1]).toMatch(/^да \(паспорт/)
  expect(lines[lines.indexOf('Самостоятельность прохождения обеспечена') + 1]).toBe('да')
  const session = { ...quiet, identity: null, independent: null }
  expect(missing(form0043({ ...data, session }))).toEqual(['identity', 'independent'])
})

test('R4-5.10 the proctor’s confirmation and signature close the protocol', () => {
  const lines = printedLines(paper(form0043(data)))
  expect(lines).toContain('подписано 25.05.2026 10:58:00')
  expect(lines.slice(lines.indexOf('Проктор'))).toContain('Лаптева Ирина Олеговна')
  const unsigned = form0043({ ...data, session: { ...quiet, confirmation: null } })
  expect(unsigned).toEqual({ ok: false, missing: [{ field: 'confirmation', clause: 'R4-5.10' }] })
})

test('R4-5.12b a failure goes into the protocol with start, end, minutes, side and description', () => {
  const lines = printedLines(paper(form0043({ ...data, session: brokenOff })))
  const at = lines.indexOf('10:20:00')
  expect(lines.slice(at, at + 6)).toEqual([
    '10:20:00',
    '10:38:30',
    '18',
    'канал связи',
    'обрыв канала связи у обучающегося',
    'перенос на 28 мая 2026 г.',
  ])
})
