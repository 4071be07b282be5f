// The few shapes every form is made of.
import type { Block, Cell, Line, Run } from './model.ts'

export const cell = (...text: readonly Line[]): Cell => ({ text })
export const middle = (...text: readonly Line[]): Cell => ({ text, align: 'centre' })

export const para = (text: Line): Block => ({ kind: 'text', text, align: 'justify' })
/** Not stretched to the margin: lines with blanks in them. */
export const ragged = (text: Line): Block => ({ kind: 'text', text, align: 'start' })
export const aside = (text: Line): Block => ({ kind: 'text', text, align: 'end' })
export const centred = (text: Line): Block => ({ kind: 'text', text, align: 'centre' })
export const title = (...text: readonly Line[]): Block => ({ kind: 'title', text })
export const heading = (text: Line, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text })
export const space: Block = { kind: 'space' }

/** What stands on the left and what is filled in on the right. */
export const fields = (about: string, rows: readonly (readonly [label: Line, value: Line])[]): Block => ({
  kind: 'table',
  widths: [2, 3],
  head: [],
  rows: rows.map(([label, value]) => [cell(label), cell(value)]),
  about,
})

export const table = (
  about: string,
  columns: readonly (readonly [title: string, width: number])[],
  rows: readonly (readonly string[])[],
): Block => ({
  kind: 'table',
  widths: columns.map(([, width]) => width),
  head: [columns.map(([name]) => middle({ bold: name }))],
  rows: rows.map((values) => values.map((value) => cell(value))),
  about,
})

/** Words of the act around a place to write in; `filled` is empty on a blank form. */
export const write = (filled: string, under = '', wide = 0): Run => ({
  blank: wide,
  ...(under ? { under } : {}),
  ...(filled ? { filled } : {}),
})

/** Cut at a word so that the first line holds no more letters than it has room for. */
export function cutAt(text: string, letters: number): readonly [string, string] {
  if (text.length <= letters) return [text, '']
  const space = text.lastIndexOf(' ', letters)
  const at = space > 0 ? space : letters
  return [text.slice(0, at), text.slice(at).trim()]
}

export type Signed = { readonly name: string; readonly on: string }

/** A place for a signature by hand, or the one recorded. */
export const signature = (
  role: Line,
  name: string | null,
  signed: Signed | null = null,
  captions: readonly string[] = ['(подпись)', '(Ф.И.О.)'],
): Block => ({
  kind: 'signature',
  role,
  name,
  captions,
  ...(signed ? { signed: `подписано ${signed.on}` } : {}),
})
