import { forms } from '@ochno/domain/document/forms'
import { printedLines } from '@ochno/domain/document/printed-lines'
import { printProcess } from '@ochno/server/adapters/print/printer'
import { afterAll, describe, expect, test } from 'vitest'
import { missingLines, pdfInfo, pdfPages, pdfText } from './support/pdf-text.ts'
import { part, wordText } from './support/office-file.ts'

const printer = printProcess()
afterAll(() => printer.stop())

test('there are forms, each with a name of its own', () => {
  expect(forms.length).toBeGreaterThan(0)
  expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length)
})

describe.each(forms.map((form) => [form.name, form] as const))('%s', (_, { id, sample }) => {
  const document = sample()
  const { left = [], centre = [], right = [] } = document.head ?? {}
  const columns = [left, centre, right].filter((cells) => cells.length > 0)
  // The head of a page is read row by row.
  const head = (columns[0] ?? []).flatMap((__, row) => columns.map((cells) => cells[row] ?? ''))

  test('has every line of the document on its pages, in order', async () => {
    const printed = await printer.pdf(document)
    if (!printed.ok) throw new Error(printed.why)
    expect(document.form).toBe(id)
    expect(missingLines(printedLines(document), pdfText(printed.bytes, head))).toEqual([])
    expect(pdfInfo(printed.bytes)).toMatch(/Tagged: +yes/)
    const pages = pdfPages(printed.bytes)
    for (const [i, page] of pages.entries()) expect(page).toContain(`${i + 1} из ${pages.length}`)
  })

  test('has every line of the document in the Word file, in order', async () => {
    const printed = await printer.docx(document)
    if (!printed.ok) throw new Error(printed.why)
    const text = wordText(part(printed.bytes, 'word/document.xml'))
    expect(missingLines(printedLines(document), text)).toEqual([])
  })
})
