import type { Block, PrintedDocument, PrintedList } from '@ochno/domain/document/model'
import { printedLines } from '@ochno/domain/document/printed-lines'
import { printLimits, printProcess } from '@ochno/server/adapters/print/printer'
import type { Printed } from '@ochno/server/ports/print'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { endless, evil, sample } from './print-sample.ts'
import { part, wordText } from './support/office-file.ts'
import {
  missingLines,
  pdfFonts,
  pdfInfo,
  pdfPages,
  pdfStructure,
  pdfText,
  squeezed,
} from './support/pdf-text.ts'

const printer = printProcess((as, what) => console.error(as, what))
afterAll(() => printer.stop())

const bytes = (printed: Printed): Uint8Array => {
  if (!printed.ok) throw new Error(printed.why)
  return printed.bytes
}
const bare = (...body: Block[]): PrintedDocument => ({
  form: 'F-ALL-1',
  name: 'Проба',
  language: 'ru',
  page: 'portrait',
  body,
})
describe('a document as PDF', () => {
  let pdf: Uint8Array
  const head = [...(sample().head?.left ?? []), ...(sample().head?.centre ?? [])]
  beforeAll(async () => {
    pdf = bytes(await printer.pdf(sample()))
  })

  test('has every line of the document, in its order', () => {
    const rows = [head[0], head[2], head[1], head[3]].map((line) => line ?? '')
    const drawn = printedLines(sample()).map((line) =>
      line.replace('😀', '[U+1F600]').replace('李', '[U+674E]'),
    )
    // The head of a table comes again on each page: only looked for where it is first.
    expect(missingLines(drawn, pdfText(pdf, rows))).toEqual([])
  })

  test('numbers its pages, repeats the head of the act and of the table, and puts the annex on a page of its own', () => {
    const pages = pdfPages(pdf)
    expect(pages.length).toBeGreaterThan(3)
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`стр. ${i + 1} из ${pages.length}`)
      expect(page).toContain('СМК УД-4.26-2024')
    }
    expect(pages[0]).toContain('Время и комментарий')
    expect(pages[1]).toContain('Время и комментарий')
    const last = pages.at(-1) ?? ''
    expect(last).toContain('Дисциплина: Охрана труда')
    expect(last).not.toContain('Проктор')
  })

  test('can be read aloud: tagged, titled, in Russian, headings and cells of tables known as such', () => {
    expect(pdfInfo(pdf)).toMatch(/Tagged: +yes/)
    expect(pdfInfo(pdf)).toMatch(/Title: +Протокол прокторинга \(образец\)/)
    expect(pdfInfo(pdf)).toMatch(/Page size: .*A4/)
    const structure = pdfStructure(pdf)
    expect(structure).toMatch(/\bH1\b/)
    expect(structure).toMatch(/TH <[^>]*>:\s+\/Scope \/Column[\s\S]*"Нарушение"/)
    expect(structure).toMatch(/\bTD\b/)
    expect(structure).toMatch(/\bLI\b/)
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang ?\(ru/)
    expect(Buffer.from(pdf).toString('latin1')).toContain('pdfuaid:part')
  })

  test('carries its own font', () => {
    const fonts = pdfFonts(pdf).split('\n').slice(2).filter(Boolean)
    expect(fonts.length).toBeGreaterThan(1)
    for (const font of fonts) expect(font).toMatch(/PTSerif.*yes yes yes/)
  })

  test('shows markup, commands and paths as the text they are', async () => {
    const text = pdfText(bytes(await printer.pdf(bare({ kind: 'text', text: evil }))))
    expect(text).toContain(squeezed(evil))
    for (const attempt of [
      '#read("/etc/passwd")',
      '#image("../printer.ts")',
      '#import "@preview/example:0.1.0": *',
    ])
      expect(pdfText(bytes(await printer.pdf(bare({ kind: 'text', text: attempt }))))).toBe(squeezed(attempt))
  })

  test('breaks a word without end instead of running off the sheet', async () => {
    const narrow = bytes(
      await printer.pdf(
        bare({
          kind: 'table',
          widths: [1, 5],
          about: '',
          head: [],
          rows: [[{ text: [endless] }, { text: [''] }]],
        }),
      ),
    )
    expect(pdfText(narrow)).toContain(endless)
    // Of 240 letters less than a sixth of the sheet holds no more than fifteen.
    for (const line of pdfPages(narrow)[0]?.split('\n') ?? []) expect(line.trim().length).toBeLessThan(20)
    expect(
      pdfPages(pdf)
        .join('\n')
        .split('\n')
        .every((line) => line.length < 170),
    ).toBe(true)
  })

  test('prints the code of a letter its font lacks', async () => {
    const made = pdfText(
      bytes(await printer.pdf(bare({ kind: 'text', text: 'Ким 김 👩🏽‍🚀 Ғалым Ёжик № ½ \u0007' }))),
    )
    expect(made).toBe('Ким[U+AE40][U+1F469][U+1F3FD][U+1F680]ҒалымЁжик№½[U+0007]')
  })

  test('holds a table of a thousand rows', async () => {
    const pages = pdfPages(bytes(await printer.pdf(sample(1000))))
    expect(pages.length).toBeGreaterThan(30)
    expect(pages.join('')).toContain('1000')
  })

  test('holds empty cells, an empty table, nothing at all, and a heading out of turn', async () => {
    const odd = bare(
      { kind: 'heading', level: 2, text: 'Сразу второй' },
      { kind: 'table', widths: [1, 1], about: '', head: [], rows: [[{ text: [] }, { text: [''] }]] },
      { kind: 'table', widths: [1], about: 'Пустая', head: [[{ text: ['Столбец'] }]], rows: [] },
      { kind: 'text', text: '' },
      { kind: 'list', marker: 'bullet', items: [] },
      { kind: 'page' },
      { kind: 'page' },
    )
    expect(pdfText(bytes(await printer.pdf(odd)))).toBe('СразувторойСтолбец')
    expect(pdfPages(bytes(await printer.pdf(bare()))).length).toBe(1)
    expect(part(bytes(await printer.docx(odd)), 'word/document.xml')).toContain('Сразу второй')
  })

  test('is the same file for the same document', async () => {
    expect(Buffer.compare(pdf, bytes(await printer.pdf(sample())))).toBe(0)
  })
})

describe('a document as DOCX', () => {
  let docx: Uint8Array
  beforeAll(async () => {
    docx = bytes(await printer.docx(sample()))
  })

  test('opens, and has every line of the document in its order', () => {
    for (const name of [
      '[Content_Types].xml',
      'word/styles.xml',
      'word/numbering.xml',
      'word/settings.xml',
      'docProps/core.xml',
    ])
      expect(part(docx, name)).toContain('<?xml')
    expect(missingLines(printedLines(sample()), wordText(part(docx, 'word/document.xml')))).toEqual([])
  })

  test('numbers its pages, repeats heads, names and carries its font, and says its language', () => {
    const foot = part(docx, 'word/footer1.xml')
    expect(foot).toContain('NUMPAGES')
    expect(foot).toMatch(/стр\. .*PAGE.* из /)
    expect(part(docx, 'word/header1.xml')).toContain('СМК УД-4.26-2024')
    expect(part(docx, 'word/document.xml').match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(part(docx, 'word/fontTable.xml')).toMatch(/w:name="PT Serif".*embedRegular.*embedBold/)
    expect(part(docx, 'word/styles.xml')).toContain('w:val="ru-RU"')
    expect(part(docx, 'docProps/core.xml')).toContain('Протокол прокторинга (образец)')
  })

  test('opens whatever characters the data has', async () => {
    const made = part(
      bytes(await printer.docx(bare({ kind: 'text', text: `a\u0000\u0008\ud800<&>"${evil}` }))),
      'word/document.xml',
    )
    expect(wordText(made)).toBe(squeezed(`a\ufffd\ufffd\ufffd<&>"${evil}`))
  })
})

describe('a list', () => {
  const list: PrintedList = {
    name: 'Сеансы [2026]/май: все',
    columns: [
      { title: 'ФИО', kind: 'text' },
      { title: 'Балл', kind: 'number' },
      { title: 'Дата', kind: 'date' },
      { title: '=Время', kind: 'time' },
    ],
    rows: [
      ['Ёлкина; Анна "Ань"', -1.5, '2026-05-31', '2026-05-31T10:00'],
      ...['=1+1', '+7 900', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1'].map((text) => [
        text,
        null,
        null,
        null,
      ]),
      ['12\u0001', 0, 'неизвестно', '2026-05-31T10:00:05'],
    ],
  }

  test('as CSV opens in Excel in Russian, and no cell of it is a formula', async () => {
    const text = Buffer.from(bytes(await printer.csv(list))).toString('utf8')
    expect(text.startsWith("\ufeffФИО;Балл;Дата;'=Время\r\n")).toBe(true)
    expect(text).toContain('"Ёлкина; Анна ""Ань""";-1,5;31.05.2026;31.05.2026 10:00\r\n')
    expect(text).toContain(';0;неизвестно;31.05.2026 10:00:05\r\n')
    const cells = text
      .slice(1)
      .split(/;|\r\n/)
      .map((cell) => cell.replace(/^"/, ''))
    for (const cell of cells) if (cell !== '-1,5') expect(cell).not.toMatch(/^\s*[=+\-@＝]/)
  })

  test('as XLSX has numbers and dates as such, text as text and no formula', async () => {
    const file = bytes(await printer.xlsx(list))
    const sheet = part(file, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toContain('<f>')
    expect(sheet).toContain('<v>-1.5</v>')
    expect(sheet).toMatch(/<c r="C2" s="\d+"><v>46173<\/v>/)
    expect(sheet).toMatch(/<c r="A3" s="\d+" t="s">/)
    expect(part(file, 'xl/sharedStrings.xml')).toContain('<t>=1+1</t>')
    expect(part(file, 'xl/styles.xml')).toContain('dd.mm.yyyy hh:mm')
    expect(part(file, 'xl/workbook.xml')).toContain('name="Сеансы  2026  май  все"')
  })
})

describe('the process that prints', () => {
  const small = bare({ kind: 'text', text: 'мало' })

  test('refuses what is too large, and prints the next', async () => {
    const bounded = printProcess(undefined, { ...printLimits, size: 2_000 })
    expect(await bounded.pdf(sample(1000))).toEqual({ ok: false, why: 'too_large' })
    expect((await bounded.pdf(small)).ok).toBe(true)
    bounded.stop()
  })

  test('gives up what takes too long, and prints the next', async () => {
    const said: string[] = []
    const bounded = printProcess((as, what) => said.push(`${as} ${what}`), { ...printLimits, ms: 4_000 })
    expect(await bounded.pdf(sample(60_000))).toEqual({ ok: false, why: 'too_slow' })
    expect(said).toEqual(['pdf too_slow: 4000 ms'])
    expect((await bounded.pdf(small)).ok).toBe(true)
    bounded.stop()
  })

  test('has a bounded queue, and answers everybody when it stops', async () => {
    const bounded = printProcess(undefined, { ...printLimits, queue: 1 })
    const asked = [bounded.pdf(sample(1000)), bounded.pdf(small), bounded.pdf(small)]
    expect(await asked[2]).toEqual({ ok: false, why: 'busy' })
    bounded.stop()
    expect((await Promise.all(asked)).map((printed) => printed.ok)).toEqual([false, false, false])
  })

  test('gives its memory back when there is nothing to print, and comes again', async () => {
    const bounded = printProcess(undefined, { ...printLimits, idleMs: 1 })
    expect((await bounded.pdf(small)).ok).toBe(true)
    await vi.waitFor(() => expect(bounded.alive()).toBe(false), { timeout: 20_000 })
    expect((await bounded.pdf(small)).ok).toBe(true)
    bounded.stop()
  })

  test('leaves the thread of the server free', async () => {
    let turns = 0
    const ticking = setInterval(() => turns++, 5)
    await printer.pdf(sample(1000))
    clearInterval(ticking)
    expect(turns).toBeGreaterThan(5)
  })
})
