import { expect, test } from 'vitest'
import type { ViolationCode } from '../incident/catalogue.ts'
import { type Data0011, blank0011, form0011 } from './f-001-1.ts'
import type { Formed } from './model.ts'
import { printedLines } from './printed-lines.ts'
import { school } from './sample/institutions.ts'
import { noisy, outsider, quiet } from './sample/sessions.ts'

const all = Array.from({ length: 18 }, (_, i) => String(i + 1))

const data: Data0011 = {
  institution: school,
  examinee: 'Соколов Артём Игоревич',
  grade: '9 «Б»',
  session: { ...quiet, discipline: 'Математика' },
  denied: all,
}

const marked = (code: ViolationCode): Data0011 => ({
  ...data,
  session: { ...data.session, marks: [{ ...outsider, code }] },
})

function lines(formed: Formed): readonly string[] {
  if (!formed.ok) throw new Error(JSON.stringify(formed.missing))
  return printedLines(formed.document)
}

const bodyOf = (formed: Formed): readonly string[] => {
  if (!formed.ok) throw new Error(JSON.stringify(formed.missing))
  return printedLines({ ...formed.document, annex: [] })
}

const missing = (formed: Formed) => (formed.ok ? [] : formed.missing.map(({ field }) => field))

/** The answer printed beside a row of the form. */
const answer = (body: readonly string[], row: string) => body[body.indexOf(row) + 1]

test.each<[string, string, string, readonly ViolationCode[]]>([
  ['R1-A1.07', '1', 'помощь третьих лиц', ['third_party_help']],
  ['R1-A1.08', '2', 'разговоры с третьими лицами', ['third_party_conversation']],
  ['R1-A1.09', '3', 'наличие постороннего человека в кадре', ['outsider_in_frame']],
  ['R1-A1.10', '4', 'наличие других людей в помещении', ['other_people_in_room']],
  [
    'R1-A1.11',
    '5',
    'использование программы для удаленного управления компьютером',
    ['remote_control_software'],
  ],
  [
    'R1-A1.12',
    '6',
    'открытие сайтов и вкладок браузера, мессенджеров и иного программного обеспечения',
    ['unauthorized_sites_apps', 'focus_switch'],
  ],
  [
    'R1-A1.13',
    '7',
    'использование оборудования, не соответствующего минимальным требованиям',
    ['equipment_below_minimum'],
  ],
  [
    'R1-A1.14',
    '8',
    'использование дополнительных средств помощи: справочные материалы (книги, учебники и т. д.), любые гаджеты (мобильные телефоны, планшеты, умные часы и т. д.),',
    ['reference_materials', 'gadgets'],
  ],
  [
    'R1-A1.15',
    '9',
    'использование больше, чем одного средства вывода изображения (монитора), клавиатуры или манипулятора (компьютерной мыши, трекпойнта и др.)',
    ['additional_monitor', 'additional_keyboard', 'additional_pointing_device'],
  ],
  [
    'R1-A1.16',
    '10',
    'использование наушников, микронаушников и скрытых гарнитур',
    ['headphones', 'micro_earpiece_hidden_headset'],
  ],
  [
    'R1-A1.17',
    '11',
    'отключение или ограничение обзора видеокамеры компьютера, выход из зоны видимости веб-камеры',
    ['webcam_signal_missing', 'camera_view_obstructed', 'left_camera_view'],
  ],
  ['R1-A1.18', '12', 'уменьшение обзора камеры (камер)', ['camera_view_reduced']],
  [
    'R1-A1.19',
    '13',
    'создание помех для определения направления взгляда обучающегося',
    ['gaze_direction_obstructed'],
  ],
  ['R1-A1.20', '14', 'отключение видеозаписи', ['video_recording_disabled', 'video_recording_not_provided']],
  [
    'R1-A1.21',
    '15',
    'недостаточная освещенность',
    ['insufficient_lighting', 'backlight_glare', 'uneven_face_lighting', 'light_source_moved'],
  ],
  [
    'R1-A1.22',
    '16',
    'отказ от демонстрации окружающего пространства',
    ['room_scan_refused', 'room_view_obstructed'],
  ],
  [
    'R1-A1.23',
    '17',
    'отведение обучающимся взгляда от экрана',
    ['gaze_off_screen', 'gaze_off_screen_systematic'],
  ],
  [
    'R1-A1.24',
    '18',
    'отсутствие обучающегося на месте прохождения аттестационного испытания более 5 минут',
    ['absence_over_limit'],
  ],
])('%s row %s says «%s»: да with a mark, нет when the proctor said so', (_, row, wording, codes) => {
  expect(bodyOf(form0011(data))[11 + 2 * (Number(row) - 1)]).toBe(wording)
  expect(answer(bodyOf(form0011(data)), wording)).toBe('нет')
  for (const code of codes) {
    const formed = form0011({ ...marked(code), denied: all.filter((one) => one !== row) })
    expect(answer(bodyOf(formed), wording), code).toBe('да')
    expect(missing(form0011(marked(code))), 'a mark against a «нет»').toEqual([`rows.${row}`])
  }
})

test('R1-A1.01 R1-A1.02 R1-A1.03 R1-A1.04 R1-A1.05 R1-A1.06 title, subtitle, three fields and heads stand as in the act', () => {
  const formed = form0011(data)
  expect(bodyOf(formed).slice(0, 11)).toEqual([
    'Протокол',
    'случаев нарушения правил аттестационных испытаний, обнаруженных в ходе',
    'контроля прохождения тестирования',
    'ФИО обучающегося',
    'Соколов Артём Игоревич',
    'Класс',
    '9 «Б»',
    'Дисциплина',
    'Математика',
    'Вид нарушения:',
    'да/нет',
  ])
  for (const field of ['examinee', 'grade'] as const) {
    expect(missing(form0011({ ...data, [field]: null }))).toEqual([field])
  }
  expect(missing(form0011({ ...data, session: { ...data.session, discipline: '' } }))).toEqual(['discipline'])
})

test('R1-A1.06 a row nobody answered is never printed as «нет»: the protocol is refused', () => {
  const formed = form0011({ ...data, denied: all.filter((row) => row !== '9' && row !== '14') })
  expect(missing(formed)).toEqual(['rows.9', 'rows.14'])
})

test('the blank form says nothing in place of an answer', () => {
  expect(printedLines(blank0011()).filter((line) => line === 'да' || line === 'нет')).toEqual([])
  expect(printedLines(blank0011())).toHaveLength(3 + 3 + 2 + 18)
})

test('R1-A1.25 the form carries no day, proctor, signature or time code; the annex does, unmapped codes included', () => {
  const codes = [
    'account_credentials_transfer',
    'impersonation_confirmed',
    'microphone_disabled',
    'video_quality_artificially_reduced',
    'background_voices_noise',
  ] as const
  const marks = codes.map((code) => ({ ...outsider, code }))
  const formed = form0011({ ...data, session: { ...data.session, marks } })
  const body = bodyOf(formed)
  const annex = lines(formed).slice(body.length)
  for (const told of ['25.05.2026', 'Лаптева', '14:14:05', 'подпис']) {
    expect(body.join('\n')).not.toContain(told)
  }
  expect(body.filter((line) => line === 'да')).toEqual([])
  expect(annex).toContain('25.05.2026')
  expect(annex).toContain('Лаптева Ирина Олеговна')
  expect(annex).toContain('14:14:05–14:14:41; 14:29:10–14:29:18')
  for (const code of codes) expect(annex.join('\n')).toContain(`[${code}]`)
  expect(annex.filter((line) => line === 'нет строки в форме')).toHaveLength(codes.length)
  expect(annex).toContain('подписано 25.05.2026 14:58:00')
})

test('R1-3.3b confirmed marks feed the protocol and stay in its annex with time and evidence for the later check', () => {
  const formed = form0011({
    ...data,
    session: { ...noisy, discipline: 'Математика' },
    denied: all.filter((row) => row !== '3'),
  })
  expect(answer(bodyOf(formed), 'наличие постороннего человека в кадре')).toBe('да')
  expect(lines(formed)).toContain('строка 3')
  expect(lines(formed)).toContain('cam/00428, cam/00443')
})

test('R1-3.5 no protocol without the proctor’s confirmation of objectivity, nor with a mark without evidence', () => {
  expect(missing(form0011({ ...data, session: { ...data.session, confirmation: null } }))).toEqual([
    'confirmation',
  ])
  const bare = { ...outsider, evidence: [] }
  expect(
    missing(
      form0011({
        ...data,
        session: { ...data.session, marks: [bare] },
        denied: all.filter((row) => row !== '3'),
      }),
    ),
  ).toEqual(['marks.1.evidence'])
  const signed = lines(form0011(data))
  expect(signed).toContain(
    'Подтверждаю объективность оценивания условий прохождения аттестационных испытаний и действительность выявленных нарушений правил прохождения аттестационных испытаний.',
  )
  expect(signed).toContain('подписано 25.05.2026 14:58:00')
})

test('R0-1.3a R1-1.3a the evaluation tells identity, conditions, events, violations and, where printed, the trust score', () => {
  const trust = { score: 62, of: 100, version: '3' }
  const told = lines(
    form0011({
      ...data,
      session: { ...noisy, trust, discipline: 'Математика' },
      denied: all.filter((row) => row !== '3'),
    }),
  )
  const after = (label: string) => told[told.indexOf(label) + 1]
  expect(after('Личность установлена')).toBe(
    'да (паспорт гражданина Российской Федерации; Лаптева И. О., 25.05.2026 14:03:02)',
  )
  expect(after('Самостоятельность прохождения обеспечена')).toBe('нет')
  expect(after('Нарушений отмечено')).toBe('3')
  expect(after('Особых событий, не признанных нарушением')).toBe('1')
  expect(after('Оценка доверия (справочно)')).toBe('62 из 100; методика 3')
  expect(told.join('\n')).toContain('97,0 %')
  expect(lines(form0011(data)).join('\n')).not.toContain('доверия')
})
