// Lists for a spreadsheet. A cell is what was written in it: never a formula.
import type { Column, PrintedList } from '@ochno/domain/document/model'
import { stringify } from 'csv-stringify/sync'
import writeXlsxFile, { type Cell } from 'write-excel-file/node'

type Value = string | number | null

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/
// What a cell of a sheet holds at most.
const LONGEST = 32_767

export function csv(list: PrintedList): Uint8Array {
  const rows = [
    list.columns.map((column) => guarded(column.title)),
    ...list.rows.map((row) => list.columns.map((column, i) => shown(row[i] ?? null, column))),
  ]
  // Excel in Russian: a byte order mark, semicolons and a comma in numbers, or Cyrillic is spoilt, all is one column and 1.5 a day in May.
  return Buffer.from(stringify(rows, { bom: true, delimiter: ';', record_delimiter: 'windows' }))
}

// A spreadsheet would take what begins like this for a formula; an apostrophe says it is text.
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

const guarded = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

function shown(value: Value, column: Column): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value).replace('.', ',') : ''
  const date = DATE.exec(value)
  if (column.kind === 'date' && date) return `${date[3]}.${date[2]}.${date[1]}`
  const time = TIME.exec(value)
  if (column.kind === 'time' && time)
    return `${time[3]}.${time[2]}.${time[1]} ${time[4]}:${time[5]}${time[6] ? `:${time[6]}` : ''}`
  return guarded(value)
}

export async function xlsx(list: PrintedList): Promise<Uint8Array> {
  const head = list.columns.map((column) => ({
    value: printable(column.title),
    type: String,
    fontWeight: 'bold' as const,
    wrap: true,
  }))
  const rows = list.rows.map((row) => list.columns.map((column, i) => cell(row[i] ?? null, column)))
  return writeXlsxFile([head, ...rows], {
    sheet: sheetName(list.name),
    stickyRowsCount: 1,
    columns: list.columns.map((column) => ({ width: column.width ?? Math.max(12, column.title.length + 2) })),
  }).toBuffer()
}

function cell(value: Value, column: Column): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null
  const stamp = column.kind === 'date' || column.kind === 'time' ? moment(value, column.kind) : null
  if (stamp)
    return {
      value: stamp,
      type: Date,
      format:
        column.kind === 'date'
          ? 'dd.mm.yyyy'
          : value.length > 16
            ? 'dd.mm.yyyy hh:mm:ss'
            : 'dd.mm.yyyy hh:mm',
    }
  // The text format too: editing the cell does not turn it into a formula.
  return { value: printable(value), type: String, format: '@', wrap: true }
}

function moment(value: string, kind: 'date' | 'time'): Date | null {
  if (!(kind === 'date' ? DATE : TIME).test(value)) return null
  const at = new Date(kind === 'date' ? `${value}T00:00:00Z` : `${value}Z`)
  return Number.isNaN(at.getTime()) ? null : at
}

const printable = (text: string) =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML can't hold them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .slice(0, LONGEST)

const sheetName = (name: string) =>
  printable(name)
    .replace(/[\\/*?:[\]]/g, ' ')
    .slice(0, 31)
    .trim() || '1'
