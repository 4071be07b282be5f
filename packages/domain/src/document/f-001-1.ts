// 001, Приложение 1: printed word for word, its comma at the end of row 8 included.
import type { ViolationCode } from '../incident/catalogue.ts'
import { rows001 } from '../incident/rows.ts'
import { cell, middle, title } from './blocks.ts'
import type { Institution } from './institution.ts'
import type { Block, Formed, PrintedDocument } from './model.ts'
import { needs } from './needs.ts'
import { answeredRows } from './rows-answered.ts'
import { askOfSession, sessionAnnex } from './session-annex.ts'
import type { SessionRecord } from './session-record.ts'

const wording: readonly string[] = [
  'помощь третьих лиц',
  'разговоры с третьими лицами',
  'наличие постороннего человека в кадре',
  'наличие других людей в помещении',
  'использование программы для удаленного управления компьютером',
  'открытие сайтов и вкладок браузера, мессенджеров и иного программного обеспечения',
  'использование оборудования, не соответствующего минимальным требованиям',
  'использование дополнительных средств помощи: справочные материалы (книги, учебники и т. д.), любые гаджеты (мобильные телефоны, планшеты, умные часы и т. д.),',
  'использование больше, чем одного средства вывода изображения (монитора), клавиатуры или манипулятора (компьютерной мыши, трекпойнта и др.)',
  'использование наушников, микронаушников и скрытых гарнитур',
  'отключение или ограничение обзора видеокамеры компьютера, выход из зоны видимости веб-камеры',
  'уменьшение обзора камеры (камер)',
  'создание помех для определения направления взгляда обучающегося',
  'отключение видеозаписи',
  'недостаточная освещенность',
  'отказ от демонстрации окружающего пространства',
  'отведение обучающимся взгляда от экрана',
  'отсутствие обучающегося на месте прохождения аттестационного испытания более 5 минут',
]

export const rows0011 = wording.map((text, i) => ({
  row: String(i + 1),
  wording: text,
  codes: rows001[i + 1] ?? [],
}))
const rows = rows0011

const rowOf = (code: ViolationCode): string | null => {
  const found = rows.find(({ codes }) => codes.includes(code))
  return found ? `строка ${found.row}` : null
}

export type Data0011 = {
  readonly institution: Institution
  readonly examinee: string | null
  readonly grade: string | null
  readonly session: SessionRecord
  /** Numbers of the rows to which the proctor answered «нет». */
  readonly denied: readonly string[]
}

export function form0011(data: Data0011): Formed {
  const need = needs()
  const examinee = need.text(data.examinee, 'examinee', 'R1-A1.03')
  const grade = need.text(data.grade, 'grade', 'R1-A1.04')
  const discipline = need.text(data.session.discipline, 'discipline', 'R1-A1.05')
  const marked = answeredRows(need, rows, data.session.marks, data.denied, () => 'R1-A1.06')
  askOfSession(need, data.session, 'R1-3.5')
  return need.formed({
    ...paper(
      [examinee, grade, discipline],
      rows.map(({ row }) => (marked.has(row) ? 'да' : 'нет')),
    ),
    annex: sessionAnnex(data.session, data.institution.zone, rowOf),
  })
}

export const blank0011 = (): PrintedDocument =>
  paper(
    ['', '', ''],
    rows.map(() => ''),
  )

function paper(heads: readonly [string, string, string], answers: readonly string[]): PrintedDocument {
  const [examinee, grade, discipline] = heads
  const form: Block = {
    kind: 'table',
    widths: [4, 2],
    head: [],
    rows: [
      [cell('ФИО обучающегося'), cell(examinee)],
      [cell('Класс'), cell(grade)],
      [cell('Дисциплина'), cell(discipline)],
      [cell({ bold: 'Вид нарушения:' }), middle('да/нет')],
      ...wording.map((text, i) => [cell(text), middle(answers[i] ?? '')]),
    ],
    about: 'Протокол: вид нарушения и ответ «да» или «нет»',
  }
  return {
    form: 'F-001-1',
    name: 'Протокол случаев нарушения правил аттестационных испытаний',
    language: 'ru',
    page: 'portrait',
    body: [
      title('Протокол'),
      title(
        'случаев нарушения правил аттестационных испытаний, обнаруженных в ходе',
        'контроля прохождения тестирования',
      ),
      form,
    ],
  }
}
