// The first sheet of a workbook as text. Of XML only elements, attributes and the five entities are known: no DTD is read,
// so nothing outside the file can be asked for and nothing can be multiplied by entities.
import type { Table } from '@ochno/domain/people/rows'
import { BadZip, openZip, type Zip } from './unzip.ts'

export class BadSheet extends Error {}

const MOST_ROWS = 20_000
const MOST_COLUMNS = 100

async function xml(zip: Zip, name: string): Promise<string | null> {
  const bytes = await zip.read(name)
  if (bytes === null) return null
  const text = bytes.toString('utf8')
  if (/<!(DOCTYPE|ENTITY|ELEMENT)/i.test(text)) throw new BadSheet('a document type')
  return text
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const plain = (text: string): string =>
  text
    .replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{1,8});/g, (whole, what: string) => {
      if (!what.startsWith('#')) return named[what] ?? whole
      const code = what[1] === 'x' ? Number.parseInt(what.slice(2), 16) : Number(what.slice(1))
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000)
        ? String.fromCodePoint(code)
        : '\ufffd'
    })
    // Excel’s own escape of what XML can not hold.
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? plain(found[1] ?? found[2] ?? '') : null
}

type Element = { readonly tag: string; readonly inner: string }

/** Every element of this name, none within another of its kind. Each sign is looked at once, whatever the file holds. */
function* elements(text: string, name: string): Generator<Element> {
  for (let at = text.indexOf(`<${name}`); at >= 0; at = text.indexOf(`<${name}`, at)) {
    const from = at + name.length + 1
    const end = text.indexOf('>', from)
    if (end < 0) throw new BadSheet('an open element')
    at = end + 1
    if (!/[\s/>]/.test(text[from] ?? '')) continue
    if (text[end - 1] === '/') {
      yield { tag: text.slice(from, end - 1), inner: '' }
      continue
    }
    const close = text.indexOf(`</${name}>`, at)
    if (close < 0) throw new BadSheet('an open element')
    yield { tag: text.slice(from, end), inner: text.slice(at, close) }
    at = close
  }
}

/** The text of every `t`, without what is only how a word is pronounced. */
function textOf(inner: string): string {
  let spoken = inner
  for (const { inner: sound } of elements(inner, 'rPh')) spoken = spoken.replace(sound, '')
  let text = ''
  for (const { inner: piece } of elements(spoken, 't')) text += plain(piece)
  return text
}

/** 1.2345678901E10 is what a sheet keeps of a long number. */
const numberText = (text: string): string => {
  const value = Number(text)
  return text !== '' && Number.isSafeInteger(value) ? String(value) : text
}

function columnOf(reference: string | null, next: number): number {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1]
  if (!letters) return next
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

async function firstSheet(zip: Zip): Promise<{ readonly path: string; readonly epoch1904: boolean }> {
  const workbook = await xml(zip, 'xl/workbook.xml')
  const links = await xml(zip, 'xl/_rels/workbook.xml.rels')
  if (workbook === null || links === null) throw new BadSheet('no workbook')
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(([, tag]) => tag ?? '')
  const shown = sheets.find((tag) => !/hidden/i.test(attribute(tag, 'state') ?? '')) ?? sheets[0]
  const id = shown === undefined ? null : attribute(shown, 'id')
  const link = [...links.matchAll(/<Relationship\s([^>]*)>/g)]
    .map(([, tag]) => tag ?? '')
    .find((tag) => attribute(tag, 'Id') === id)
  const target = link === undefined ? null : attribute(link, 'Target')
  if (!target) throw new BadSheet('no sheet')
  const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
  const settings = /<(?:\w+:)?workbookPr\s([^>]*)>/.exec(workbook)?.[1] ?? ''
  return { path, epoch1904: /^(1|true)$/.test(attribute(settings, 'date1904') ?? '') }
}

export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const zip = openZip(bytes)
  const { path, epoch1904 } = await firstSheet(zip)
  const sheet = await xml(zip, path)
  if (sheet === null) throw new BadSheet('no sheet')
  const shared: string[] = []
  for (const { inner } of elements((await xml(zip, 'xl/sharedStrings.xml')) ?? '', 'si'))
    shared.push(textOf(inner))
  const rows: string[][] = []
  for (const { tag, inner } of elements(sheet, 'row')) {
    const at = Number(attribute(tag, 'r') ?? rows.length + 1)
    // Formatting to the last line of a sheet is no row of people.
    if (!inner.includes('<v') && !inner.includes('<t')) continue
    if (!Number.isInteger(at) || at < 1 || at > MOST_ROWS) throw new BadSheet('too many rows')
    while (rows.length < at) rows.push([])
    const row = rows[at - 1] as string[]
    for (const cell of elements(inner, 'c')) {
      const column = columnOf(attribute(cell.tag, 'r'), row.length)
      if (column >= MOST_COLUMNS) continue
      while (row.length <= column) row.push('')
      row[column] = cellText(attribute(cell.tag, 't') ?? 'n', cell.inner, shared)
    }
  }
  return { rows, epoch1904 }
}

function cellText(type: string, body: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return textOf(body)
  const [found] = elements(body, 'v')
  const value = plain(found?.inner ?? '')
  if (type === 's') return shared[Number(value)] ?? ''
  return type === 'n' ? numberText(value) : type === 'e' ? '' : value
}

export const isBadFile = (cause: unknown): boolean => cause instanceof BadZip || cause instanceof BadSheet
