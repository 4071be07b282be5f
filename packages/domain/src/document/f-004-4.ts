// 004, Приложение 4: one table for many examinees, printed word for word, «находящихся в кадр» included.
import type { CheckStatus } from '../decision/findings.ts'
import { statusNames } from '../decision/status.ts'
import { cell, middle, para, ragged, title } from './blocks.ts'
import { type Day, dayFigures } from './dates.ts'
import { rowOf004 } from './f-004-3.ts'
import { appendixOf004, type Institution, pageHead, type QualityHead } from './institution.ts'
import type { Block, Formed, PrintedDocument } from './model.ts'
import { needs } from './needs.ts'
import { askOfSession, sessionAnnex, timeCodes } from './session-annex.ts'
import type { PrintedMark, SessionRecord } from './session-record.ts'
import { catalogue } from '../incident/catalogue.ts'

const columns: readonly (readonly [title: string, width: number])[] = [
  ['Ф.И.О. Обучающегося', 6],
  ['Поток, группа', 3],
  ['Личность Обучающегося установлена (да/нет)', 4],
  ['Оценка за итоговое тестирование в СДО', 4],
  ['Дата итогового тестирования с прокторингом', 4],
  ['Статус проверки*', 5],
  ['Зафиксированные нарушения, комментарий (рекомендуется указывать время зафиксированного нарушения)', 7],
  ['Результат тестирования («зачтено/незачтено» или оценка по четырехбалльной системе)', 5],
]

const cases: Readonly<Record<CheckStatus, string>> = {
  1: 'Обучающийся не допустил ни одного нарушения в течение всего процесса тестирования',
  2: 'Обучающийся допустил одно или несколько явных грубых нарушений: списывание; использование интернета или мобильных устройств; использование подсказок, находящихся в кадр посторонних лиц или голосовых подсказок, четко различимых на записи; преднамеренное перекрытие камеры',
  3: 'Зафиксировано поведение Обучающегося, вызывающее сомнение в добросовестности: посторонние звуки и шумы в кадре; замирание статичного изображения; неоднократное отведение взгляда от экрана на время, превышающее 30 секунд и более',
  4: 'Обучающийся употреблял ненормативную лексику; присутствовал в кадре в неподобающем виде; допускал непристойные жесты',
  5: 'Сбой видеосвязи не по вине Обучающегося; проблемы со звуком; прерывание видеосигнала',
  6: 'Обучающийся подключился, но сдать тест так и не начал',
}

const statuses: readonly CheckStatus[] = [1, 2, 3, 4, 5, 6]

export type Row0044 = {
  readonly examinee: string | null
  readonly group: string | null
  readonly lmsGrade: string | null
  readonly on: Day | null
  readonly status: CheckStatus | null
  readonly comment: string
  /** The manager's; the proctor hands the protocol over with this column empty (R4-4.6a). */
  readonly result: string | null
  readonly session: SessionRecord
}

export type Data0044 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly proctor: string | null
  /** Null while the protocol is still with the proctor. */
  readonly manager: string | null
  readonly rows: readonly Row0044[]
}

export function form0044(data: Data0044): Formed {
  const need = needs()
  const { zone } = data.institution
  const proctor = need.text(data.proctor, 'proctor', 'R4-A4.09')
  const rows = need.some(data.rows, 'rows', 'R4-A4.00').map((row, i) => {
    const field = (name: string) => `rows.${i + 1}.${name}`
    const { identity, marks } = row.session
    askOfSession(need, row.session, 'R4-5.10', field(''))
    need.that(row.status !== null, field('status'), 'R4-A4.06')
    need.that(row.on !== null, field('on'), 'R4-A4.05')
    // «Без замечаний» is said of nobody with a confirmed violation (R4-A4.12).
    need.that(row.status !== 1 || marks.length === 0, field('status'), 'R4-A4.12')
    return [
      need.text(row.examinee, field('examinee'), 'R4-A4.01'),
      need.text(row.group, field('group'), 'R4-A4.02'),
      identity ? (identity.established ? 'да' : 'нет') : '',
      data.manager === null ? (row.lmsGrade ?? '') : need.text(row.lmsGrade, field('lmsGrade'), 'R4-A4.04'),
      row.on ? dayFigures(row.on) : '',
      row.status ? statusNames[row.status] : '',
      [...marks.map((mark) => noted(mark, zone)), row.comment].filter((text) => text !== '').join('. '),
      data.manager === null ? (row.result ?? '') : need.text(row.result, field('result'), 'R4-A4.08'),
    ]
  })
  return need.formed({
    ...paper(data, rows, proctor, data.manager ?? ''),
    annex: data.rows.flatMap((row) => sessionAnnex(row.session, zone, rowOf004, row.examinee ?? '')),
  })
}

export const blank0044 = (who: Pick<Data0044, 'institution' | 'quality'>, lines = 1): PrintedDocument =>
  paper(
    who,
    Array.from({ length: lines }, () => columns.map(() => '')),
    '',
    '',
  )

const noted = (mark: PrintedMark, zone: string): string =>
  `${timeCodes(mark, zone)} – ${rowOf004(mark.code) ?? catalogue[mark.code].wording}${mark.comment ? ` (${mark.comment})` : ''}`

function paper(
  { institution, quality }: Pick<Data0044, 'institution' | 'quality'>,
  rows: readonly (readonly string[])[],
  proctor: string,
  manager: string,
): PrintedDocument {
  const results: Block = {
    kind: 'table',
    widths: columns.map(([, width]) => width),
    head: [columns.map(([name]) => middle(name))],
    rows: rows.map((values) => values.map((value) => cell(value))),
    about: 'Результаты итоговой аттестации с прокторингом',
  }
  const variants: Block = {
    kind: 'table',
    widths: [1, 5, 14],
    head: [
      [
        middle('№ п/п'),
        middle('Статусы проверки (носит рекомендательный характер)'),
        middle('В каких случаях присваивается статус (варианты комментариев проктора)'),
      ],
    ],
    rows: statuses.map((status) => [middle(String(status)), cell(statusNames[status]), cell(cases[status])]),
    about: 'Варианты статуса проверки',
  }
  return {
    form: 'F-004-4',
    name: 'Протокол прокторинга (итоговая аттестация)',
    language: 'ru',
    page: 'landscape',
    head: pageHead(institution, quality),
    body: [
      ...appendixOf004(4),
      title('Протокол прокторинга (итоговая аттестация)'),
      results,
      para(['Ф.И.О. проктора ', { blank: 90, filled: proctor }, ' Подпись проктора ', { blank: 45 }]),
      ragged([
        'Ф.И.О. менеджера образовательной программы, уполномоченного принимать решение о зачете/незачете результатов тестирования и проставление оценки в соответствии с набранными баллами ',
        { blank: 55, filled: manager },
        ' Подпись менеджера ',
        { blank: 30 },
      ]),
      para('* Варианты статуса проверки:'),
      variants,
      para(
        `В случае 2 рекомендуется отмена тестирования. В случаях 3, 4 и 5 – следовать рекомендациям Директора (заместителя директора) ${institution.short}.`,
      ),
    ],
  }
}
