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

const printed = async (id: string, as: 'pdf' | 'docx') => {
  const form = forms.find((one) => one.id === id)
  if (!form) throw new Error(`no form ${id}`)
  const file = await printer[as](form.sample())
  if (!file.ok) throw new Error(file.why)
  return file.bytes
}

test('R1-A1.01 the protocol of 001 is a PDF and a Word file, the form on its first page and the annex after it', async () => {
  const pages = pdfPages(await printed('F-001-1', 'pdf'))
  expect(pages[0]).toMatch(/^\s*Протокол\s+случаев нарушения правил аттестационных испытаний/)
  expect(pages[0]).toContain('отсутствие обучающегося на месте прохождения аттестационного')
  expect(pages[0]).not.toContain('Электронное приложение')
  expect(pages[1]).toContain('Электронное приложение')
  expect(wordText(part(await printed('F-001-1', 'docx'), 'word/document.xml'))).toMatch(
    /^Протоколслучаевнарушенияправил/,
  )
})

test('R4-0c the head of the quality system is on every page of a form of 004, in two columns', async () => {
  for (const id of ['F-004-3', 'F-004-4']) {
    for (const page of pdfPages(await printed(id, 'pdf'))) {
      expect(page).toContain('СМК УД-4.26-2024')
      expect(page).toContain('«УТЦ')
      expect(page.replace(/\s+/g, ' ')).toContain('Регламент использования технологии прокторинга')
    }
    const head = part(await printed(id, 'docx'), 'word/header1.xml')
    expect(head.match(/<w:gridCol /g)).toHaveLength(2)
    expect(wordText(head)).toMatch(/^Внутренняясистемаменеджментакачества.*СМКУД-4.26-2024Регламент/)
  }
})

test('R4-A4.00 the protocol of the final attestation lies across A4', async () => {
  expect(pdfInfo(await printed('F-004-4', 'pdf'))).toMatch(/Page size: +841\.89 x 595\.276 pts \(A4\)/)
  expect(part(await printed('F-004-4', 'docx'), 'word/document.xml')).toMatch(
    /<w:pgSz w:w="1683\d" w:h="1190\d" w:orient="landscape"/,
  )
})

describe.each(forms.map((form) => [form.name, form] as const))('%s', (_, { id, sample }) => {
  const document = sample()
  const { left = [], centre = [], right = [] } = document.head ?? {}
  const columns = [left, centre, right].filter((cells) => cells.length > 0)
  // The head of a page is read row by row.
  const head = (columns[0] ?? []).flatMap((__, row) => columns.map((cells) => cells[row] ?? ''))

  test('has every line of the document on its pages, in order', async () => {
    const pdf = await printed(id, 'pdf')
    expect(document.form).toBe(id)
    expect(missingLines(printedLines(document), pdfText(pdf, head))).toEqual([])
    expect(pdfInfo(pdf)).toMatch(/Tagged: +yes/)
    const pages = pdfPages(pdf)
    for (const [i, page] of pages.entries()) expect(page).toContain(`${i + 1} из ${pages.length}`)
  })

  test('has every line of the document in the Word file, in order', async () => {
    const text = wordText(part(await printed(id, 'docx'), 'word/document.xml'))
    expect(missingLines(printedLines(document), text)).toEqual([])
  })
})
