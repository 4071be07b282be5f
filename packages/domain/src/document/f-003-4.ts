// 003 gives no form: every violation its section 6 names, unless the institution chose other rows (R3-3.3).
import { catalogue, type ViolationCode, violationCodes } from '../incident/catalogue.ts'
import type { CatalogueEntry } from '../incident/violation.ts'
import { cell, fields, middle, para, signature, title } from './blocks.ts'
import { dayAt, dayWords, moment } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { registered } from './registration.ts'
import { answeredRows } from './rows-answered.ts'
import { askOfSession, sessionAnnex, statement, timeCodes } from './session-annex.ts'
import type { SessionRecord } from './session-record.ts'

export type Row0034 = {
  readonly row: string
  readonly wording: string
  readonly codes: readonly ViolationCode[]
}

const clauseOf = (code: ViolationCode): string => {
  const entry: CatalogueEntry = catalogue[code]
  return entry.clauses['003']?.match(/^6\.\d+(\.\d+)?/)?.[0] ?? ''
}

/** Where the catalogue joins the words of several acts, those of 003 alone. */
const wordsOf003: Readonly<Partial<Record<ViolationCode, string>>> = {
  third_party_conversation: 'разговоры с третьими лицами',
  third_party_help: 'всякая помощь третьих лиц',
  outsider_in_frame:
    'наличие постороннего человека в кадре (прямое попадание в кадр, двигающаяся тень, разговоры)',
  other_people_in_room: 'другие люди в помещении, где обучающийся проходит аттестационное испытание',
  additional_monitor: 'больше, чем одно средство вывода изображения (монитор)',
  additional_keyboard: 'больше, чем одна клавиатура',
  additional_pointing_device: 'больше, чем один манипулятор (компьютерная мышь, трекпойнт и др.)',
  reference_materials: 'справочные материалы (книги, записи, конспекты, тетради и т. д.)',
  microphone_disabled: 'отключение микрофона',
  webcam_signal_missing: 'отключение видеокамеры компьютера',
  camera_view_obstructed: 'ограничение обзора видеокамеры компьютера',
  left_camera_view: 'выход из зоны видимости веб-камеры',
  camera_view_reduced: 'уменьшение обзора камеры (камер)',
  face_below_min_fraction: 'лицо занимает менее 20% захватываемого камерой пространства',
  hands_not_visible: 'в обзоре камеры нет обеих рук на протяжении всего сеанса',
  workplace_not_visible: 'обзор камеры не охватывает рабочее место',
  gaze_direction_obstructed: 'помехи для определения направления взгляда обучающегося',
  task_photo_video: 'фото- и видеосъёмка заданий',
  insufficient_lighting: 'недостаточная освещенность',
  backlight_glare: 'источник освещения направлен в камеру, создаёт засветку',
  uneven_face_lighting: 'лицо освещено неравномерно',
  light_source_moved: 'положение источника освещения значительно меняется',
}

const wordingOf = (code: ViolationCode): string => {
  const entry: CatalogueEntry = catalogue[code]
  return wordsOf003[code] ?? entry.wording
}

/** Clauses 6.2 to 6.9, in the order of the act. */
export const defaultRows0034: readonly Row0034[] = violationCodes
  .filter((code) => clauseOf(code) !== '')
  .toSorted((a, b) => clauseOf(a).localeCompare(clauseOf(b), 'en', { numeric: true }))
  .map((code) => ({ row: code, wording: `п. ${clauseOf(code)} ${wordingOf(code)}`, codes: [code] }))

export type Data0034 = {
  readonly institution: Institution
  readonly examinee: string | null
  /** The kind of paper shown, never its number. */
  readonly documentShown: string | null
  readonly comment: string
  readonly rows?: readonly Row0034[]
  readonly session: SessionRecord
  readonly denied: readonly string[]
}

export function form0034(data: Data0034): Formed {
  const need = needs()
  const { session, institution } = data
  const { zone } = institution
  const template = data.rows ?? defaultRows0034
  const rowOf = (code: ViolationCode) => template.find(({ codes }) => codes.includes(code))?.wording ?? null
  const marked = answeredRows(need, template, session.marks, data.denied, () => 'R3-3.3')
  askOfSession(need, session, 'R3-3.5')
  const times = (codes: readonly ViolationCode[]) =>
    session.marks
      .filter(({ code }) => codes.includes(code))
      .map((mark) => timeCodes(mark, zone))
      .join('; ')
  const { authorised, deauthorised, confirmation, proctor } = session
  return need.formed({
    ...ownForm('F-003-4', 'Протокол нарушений при прохождении аттестационного испытания', data, [
      title(
        'Протокол',
        'нарушений при прохождении аттестационного испытания',
        registered(session.registration),
      ),
      fields('Сведения об испытании', [
        ['ФИО обучающегося', need.text(data.examinee, 'examinee', 'R3-3.3')],
        ['Дисциплина (модуль), практика', need.text(session.discipline, 'discipline', 'R3-3.3')],
        ['Вид аттестации', need.text(session.assessment, 'assessment', 'R3-3.3')],
        ['Дата', authorised ? dayWords(dayAt(authorised, zone)) : ''],
        ['Время авторизации', authorised ? moment(authorised, zone) : ''],
        ['Время деавторизации', deauthorised ? moment(deauthorised, zone) : ''],
        ['Документ предъявлен (вид)', need.text(data.documentShown, 'documentShown', 'R3-3.3')],
      ]),
      {
        kind: 'table',
        widths: [8, 2, 4],
        head: [[middle('Вид нарушения'), middle('да/нет'), middle('Время')]],
        rows: template.map(({ row, wording, codes }) => [
          cell(wording),
          middle(marked.has(row) ? 'да' : 'нет'),
          cell(times(codes)),
        ]),
        about: 'Нарушения раздела 6: ответ и время',
      },
      fields('Комментарий', [['Комментарий', data.comment || '–']]),
      para(statement),
      signature(
        'Проктор',
        proctor,
        confirmation && proctor ? { name: proctor, on: moment(confirmation.at, zone) } : null,
      ),
    ]),
    annex: sessionAnnex(session, zone, rowOf),
  })
}
