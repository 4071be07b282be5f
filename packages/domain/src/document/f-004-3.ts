// 004, Приложение 3: printed word for word, «посторонних разговора» and the title that names only one kind included.
import type { ViolationCode } from '../incident/catalogue.ts'
import { type Row004, rows004 } from '../incident/rows.ts'
import { cell, middle, para, title } from './blocks.ts'
import { appendixOf004, type Institution, pageHead, type QualityHead } from './institution.ts'
import type { Block, Cell, Formed, PrintedDocument } from './model.ts'
import { needs } from './needs.ts'
import { answeredRows } from './rows-answered.ts'
import { askOfSession, sessionAnnex } from './session-annex.ts'
import type { SessionRecord } from './session-record.ts'

const screen = {
  S1: 'переключение фокуса на сторонние приложения или вкладки браузера',
  S2: 'открытие браузера не на весь экран',
  S3: 'наличие дополнительно подключенного монитора',
  S4: 'отсутствие видео с экрана',
} as const

const camera = {
  C1: 'отсутствие сигнала с веб-камеры (веб-камера отключена)',
  C2: 'отсутствие испытуемого перед камерой или поворот головы в сторону',
  C3: 'присутствие посторонних лиц перед камерой',
  C4: 'присутствие неопознанного лица перед камерой',
  C5: 'отсутствие или низкий уровень звукового сигнала с микрофона',
  C6: 'присутствие посторонних разговора или шумов на фоне',
  C7: 'отсутствие испытуемого в сеансе',
} as const

const wording: Readonly<Record<Row004, string>> = { ...screen, ...camera }
const names = Object.keys(wording) as readonly Row004[]
export const rows0043 = names.map((row) => ({ row, wording: wording[row], ...rows004[row] }))
const rows = rows0043

const clauses: Readonly<Record<Row004, string>> = {
  S1: 'R4-A3.05',
  S2: 'R4-A3.06',
  S3: 'R4-A3.07',
  S4: 'R4-A3.08',
  C1: 'R4-A3.10',
  C2: 'R4-A3.11',
  C3: 'R4-A3.12',
  C4: 'R4-A3.13',
  C5: 'R4-A3.14',
  C6: 'R4-A3.15',
  C7: 'R4-A3.16',
}

export const rowOf004 = (code: ViolationCode): string | null => {
  const found = rows.find(({ codes }) => codes.includes(code))
  return found ? wording[found.row] : null
}

const kinds = { intermediate: 'промежуточная', final: 'итоговая' } as const

export type Data0043 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly examinee: string | null
  readonly kind: keyof typeof kinds | null
  readonly session: SessionRecord
  readonly denied: readonly Row004[]
}

export function form0043(data: Data0043): Formed {
  const need = needs()
  const examinee = need.text(data.examinee, 'examinee', 'R4-A3.01')
  need.that(data.kind !== null, 'kind', 'R4-A3.03')
  const marked = answeredRows(need, rows, data.session.marks, data.denied, (row) => clauses[row])
  askOfSession(need, data.session, 'R4-5.10')
  const yes = (row: Row004) => (rows004[row].starred ? 'да*' : 'да')
  return need.formed({
    ...paper(data, examinee, data.kind ? kinds[data.kind] : '', (row) =>
      marked.has(row) ? yes(row) : 'нет',
    ),
    annex: sessionAnnex(data.session, data.institution.zone, rowOf004),
  })
}

export const blank0043 = (who: Pick<Data0043, 'institution' | 'quality'>): PrintedDocument =>
  paper(who, '', '', (row) => (rows004[row].starred ? 'да*/нет' : 'да/нет'))

function paper(
  { institution, quality }: Pick<Data0043, 'institution' | 'quality'>,
  examinee: string,
  kind: string,
  answer: (row: Row004) => string,
): PrintedDocument {
  const group = (part: Readonly<Partial<Record<Row004, string>>>): readonly (readonly Cell[])[] =>
    names.filter((row) => row in part).map((row) => [cell(`- ${wording[row]}`), middle(answer(row))])
  const form: Block = {
    kind: 'table',
    widths: [4, 2],
    head: [],
    rows: [
      [cell('ФИО Обучающегося/Слушателя'), cell(examinee)],
      [cell('Форма обучения'), cell('Очная')],
      [cell('Вид аттестации: промежуточная/итоговая'), cell(kind)],
      [cell('Трансляция содержимого экрана:'), cell('')],
      ...group(screen),
      [cell('Трансляция с веб-камеры:'), cell('')],
      ...group(camera),
    ],
    about: 'Протокол прокторинга: событие и ответ «да» или «нет»',
  }
  return {
    form: 'F-004-3',
    name: 'Протокол прокторинга (промежуточная аттестация)',
    language: 'ru',
    page: 'portrait',
    head: pageHead(institution, quality),
    body: [
      ...appendixOf004(3),
      title('Протокол прокторинга (промежуточная аттестация)'),
      form,
      para('* при наличии двух и более нарушений результат аттестации признается неудовлетворительным'),
    ],
  }
}
