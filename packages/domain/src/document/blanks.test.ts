import { expect, test } from 'vitest'
import { blankIds } from './blank-ids.ts'
import { blankForm, blankList } from './blanks.ts'
import { forms } from './forms.ts'
import { HAND } from './hand-filled.ts'
import { printedLines } from './printed-lines.ts'
import { formsOf } from './purposes.ts'
import { school } from './sample/institutions.ts'
import { withoutTypos } from './typos.ts'

const who = { institution: school, quality: null }
const text = (id: (typeof blankIds)[number]) => printedLines(blankForm(id, who))

test('every form of the requirements has a blank', () =>
  expect([...blankIds].sort()).toEqual(forms.map(({ id }) => id).sort()))

for (const id of blankIds)
  test(`TR-73 the blank of ${id} answers nothing for the person who will fill it in`, () => {
    const document = blankForm(id, who)
    const lines = printedLines(document)
    expect(lines.length).toBeGreaterThan(3)
    for (const line of lines) expect(line).not.toMatch(/^(да|нет|согласен|требуется|подписано.*|зачтено)$/)
    const all = JSON.stringify(document)
    expect(all).not.toContain(HAND)
    expect(all).not.toMatch(/1111|11:11|ноября/)
    expect(document.annex).toBeUndefined()
  })

test('R1-A1.06 the blank of 001 leaves every one of the eighteen rows empty', () => {
  const lines = text('F-001-1')
  expect(lines.filter((line) => line === 'да/нет')).toHaveLength(1)
  expect(lines.slice(lines.indexOf('да/нет') + 1)).toHaveLength(18)
})

test('R3-3.3 the blank of 003 offers «да/нет» in every row of section 6', () => {
  const lines = text('F-003-4')
  const rows = lines.filter((line) => line.startsWith('п. 6.'))
  expect(rows.length).toBeGreaterThan(20)
  for (const row of rows) expect(lines[lines.indexOf(row) + 1]).toBe('да/нет')
})

test('R0-2.2.1a R0-2.5b.2 both answers of the consent of 000 are left to the person', () => {
  const lines = text('F-000-1')
  expect(lines.filter((line) => line === 'согласен / не согласен')).toHaveLength(2)
  expect(lines.join('\n')).toContain(school.name)
})

test('the act of destruction does not say how many recordings there were', () =>
  expect(text('F-ALL-4').join('\n')).not.toMatch(/Всего записей: \d/))

test('an institution is shown the forms its act asks for, with the clause', () => {
  const of = (act: Parameters<typeof formsOf>[0]) => formsOf(act).map(({ id }) => id)
  expect(of('001').sort()).toEqual(
    ['F-001-1', 'F-001-2', 'F-001-3', 'F-001-4', 'F-ALL-1', 'F-ALL-2', 'F-ALL-4', 'F-ALL-5'].sort(),
  )
  expect(of('002')).not.toContain('F-ALL-1')
  expect(of(null)).toHaveLength(35)
  expect(formsOf('004').find(({ id }) => id === 'F-004-3')?.entry.clauses['004']).toBe('Приложение 3')
})

test('the slips of the acts are printed as they are, unless the institution decided otherwise', () => {
  const consent = blankForm('F-004-5', who)
  const [verbatim, mended] = [consent, withoutTypos(consent)].map((one) => printedLines(one).join('\n'))
  expect(verbatim).toContain('цветное цифровое видеозображение моего лица')
  expect(mended).toContain('цветное цифровое видеоизображение моего лица')
  expect(withoutTypos(blankForm('F-000-1', who))).toEqual(blankForm('F-000-1', who))
})

test('a table to go on with in a spreadsheet has its heads and no rows', () => {
  const lists = formsOf(null).filter(({ entry }) => entry.list)
  expect(lists.length).toBeGreaterThan(5)
  for (const { id } of lists) {
    const list = blankList(blankForm(id, who))
    expect([id, list?.rows, (list?.columns.length ?? 0) > 2]).toEqual([id, [], true])
    expect(list?.columns.every(({ title }) => title !== '')).toBe(true)
  }
})
