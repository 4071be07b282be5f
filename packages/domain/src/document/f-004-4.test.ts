import { expect, test } from 'vitest'
import { day } from './dates.ts'
import { blank0044, type Data0044, form0044, type Row0044 } from './f-004-4.ts'
import type { Formed } from './model.ts'
import { printedLines } from './printed-lines.ts'
import { quality, trainingCentre } from './sample/institutions.ts'
import { outsider, quiet } from './sample/sessions.ts'

const who = { institution: trainingCentre, quality }
const row: Row0044 = {
  examinee: 'Гончарова Мария Павловна',
  group: 'поток 5, ЭБ-26-1',
  lmsGrade: '87 баллов',
  on: day('2026-05-25'),
  status: 1,
  comment: '',
  result: 'отлично',
  session: quiet,
}
const data: Data0044 = {
  ...who,
  proctor: 'Лаптева Ирина Олеговна',
  manager: 'Воронин Сергей Дмитриевич',
  rows: [row],
}

function paper(formed: Formed) {
  if (!formed.ok) throw new Error(JSON.stringify(formed.missing))
  return formed.document
}
const body = (formed: Formed) => printedLines({ ...paper(formed), annex: [] })
const missing = (formed: Formed) => (formed.ok ? [] : formed.missing.map(({ field }) => field))

const heads = [
  'Ф.И.О. Обучающегося',
  'Поток, группа',
  'Личность Обучающегося установлена (да/нет)',
  'Оценка за итоговое тестирование в СДО',
  'Дата итогового тестирования с прокторингом',
  'Статус проверки*',
  'Зафиксированные нарушения, комментарий (рекомендуется указывать время зафиксированного нарушения)',
  'Результат тестирования («зачтено/незачтено» или оценка по четырехбалльной системе)',
]

test('R4-A4.00 one table for many examinees, on a broad page, word for word', () => {
  const blank = blank0044(who)
  expect(blank.page).toBe('landscape')
  expect(printedLines(blank)).toEqual([
    'Приложение 4',
    'к Регламенту',
    'Протокол прокторинга (итоговая аттестация)',
    ...heads,
    'Ф.И.О. проктора  Подпись проктора ',
    'Ф.И.О. менеджера образовательной программы, уполномоченного принимать решение о зачете/незачете результатов тестирования и проставление оценки в соответствии с набранными баллами  Подпись менеджера ',
    '* Варианты статуса проверки:',
    '№ п/п',
    'Статусы проверки (носит рекомендательный характер)',
    'В каких случаях присваивается статус (варианты комментариев проктора)',
    '1',
    'Без замечаний',
    'Обучающийся не допустил ни одного нарушения в течение всего процесса тестирования',
    '2',
    'Зафиксировано нарушение(я)',
    'Обучающийся допустил одно или несколько явных грубых нарушений: списывание; использование интернета или мобильных устройств; использование подсказок, находящихся в кадр посторонних лиц или голосовых подсказок, четко различимых на записи; преднамеренное перекрытие камеры',
    '3',
    'Возможна недобросовестная сдача',
    'Зафиксировано поведение Обучающегося, вызывающее сомнение в добросовестности: посторонние звуки и шумы в кадре; замирание статичного изображения; неоднократное отведение взгляда от экрана на время, превышающее 30 секунд и более',
    '4',
    'Отклонение от этических норм',
    'Обучающийся употреблял ненормативную лексику; присутствовал в кадре в неподобающем виде; допускал непристойные жесты',
    '5',
    'Проблемы технического характера',
    'Сбой видеосвязи не по вине Обучающегося; проблемы со звуком; прерывание видеосигнала',
    '6',
    'Тестирование не начато',
    'Обучающийся подключился, но сдать тест так и не начал',
    'В случае 2 рекомендуется отмена тестирования. В случаях 3, 4 и 5 – следовать рекомендациям Директора (заместителя директора) ЧОУ ДПО «УТЦ Энергобезопасность».',
  ])
  const two = body(form0044({ ...data, rows: [row, { ...row, examinee: 'Дроздов Никита Андреевич' }] }))
  expect(two).toContain('Гончарова Мария Павловна')
  expect(two).toContain('Дроздов Никита Андреевич')
})

/** What one examinee's row says, column by column. */
const columns = (formed: Formed) => {
  const [block] = paper(formed).body.filter(({ kind }) => kind === 'table')
  if (block?.kind !== 'table') throw new Error('no table')
  return (block.rows[0] ?? []).map((cell) => cell.text.join(' '))
}

test('R4-A4.01 R4-A4.02 R4-A4.03 R4-A4.05 R4-A4.06 each column is filled from its own field and asked for when unset', () => {
  expect(columns(form0044(data))).toEqual([
    'Гончарова Мария Павловна',
    'поток 5, ЭБ-26-1',
    'да',
    '87 баллов',
    '25.05.2026',
    'Без замечаний',
    '',
    'отлично',
  ])
  const notFound = {
    ...quiet,
    identity: quiet.identity && { ...quiet.identity, established: false },
  }
  expect(columns(form0044({ ...data, rows: [{ ...row, session: notFound }] }))[2]).toBe('нет')
  expect(
    missing(
      form0044({
        ...data,
        rows: [
          {
            ...row,
            examinee: null,
            group: null,
            on: null,
            status: null,
            session: { ...quiet, identity: null },
          },
        ],
      }),
    ).toSorted(),
  ).toEqual(['rows.1.examinee', 'rows.1.group', 'rows.1.identity', 'rows.1.on', 'rows.1.status'])
})

test('R4-A4.04 R4-A4.08 grade and result may wait for the manager, not longer', () => {
  const open = { ...row, lmsGrade: null, result: null }
  const withProctor = columns(form0044({ ...data, manager: null, rows: [open] }))
  expect([withProctor[3], withProctor[7]]).toEqual(['', ''])
  expect(missing(form0044({ ...data, rows: [open] }))).toEqual(['rows.1.lmsGrade', 'rows.1.result'])
  expect(columns(form0044(data)).slice(7)).toEqual(['отлично'])
})

test('R4-A4.07 a confirmed violation stands with its time and the comment', () => {
  const session = { ...quiet, marks: [outsider] }
  const formed = form0044({ ...data, rows: [{ ...row, status: 2, comment: 'предупреждён дважды', session }] })
  expect(columns(formed)[6]).toBe(
    '10:14:05–10:14:41; 10:29:10–10:29:18 – присутствие посторонних лиц перед камерой (в дверях появился взрослый, разговаривал с обучающимся). предупреждён дважды',
  )
})

test('R4-A4.12 «без замечаний» is refused beside a confirmed violation', () => {
  const session = { ...quiet, marks: [outsider] }
  expect(missing(form0044({ ...data, rows: [{ ...row, session }] }))).toEqual(['rows.1.status'])
})

test('R4-A4.09 the proctor is named beside a place for the signature', () => {
  expect(body(form0044(data))).toContain('Ф.И.О. проктора Лаптева Ирина Олеговна Подпись проктора ')
  expect(missing(form0044({ ...data, proctor: null }))).toEqual(['proctor'])
})

test('R4-4.6a what the proctor collected makes the protocol that is handed to the teacher', () => {
  const formed = form0044({ ...data, manager: null, rows: [{ ...row, result: null, lmsGrade: null }] })
  const lines = printedLines(paper(formed))
  expect(lines).toContain('Без замечаний')
  expect(lines).toContain('подписано 25.05.2026 10:58:00')
  expect(lines).toContain('Взгляд в сторону от экрана, 6 с')
})
