// The blocks of a document brought to one plain shape, every text cleaned for the printer that asks.
import type { Align, Block, Cell, Line, PrintedDocument, Run } from '@ochno/domain/document/model'

export type Piece =
  | { readonly text: string; readonly style: 'plain' | 'bold' | 'italic' }
  | { readonly blank: number; readonly under: string; readonly filled: string }

export type Row = readonly {
  readonly lines: readonly (readonly Piece[])[]
  readonly columns: number
  readonly rows: number
  readonly align: Align
}[]

export type Part =
  | { readonly is: 'heading'; readonly level: number; readonly lines: readonly (readonly Piece[])[] }
  | {
      readonly is: 'text'
      readonly pieces: readonly Piece[]
      readonly align: Align
      readonly indent: boolean
    }
  | {
      readonly is: 'list'
      readonly marker: 'dash' | 'bullet' | 'number' | 'none'
      readonly items: readonly (readonly Piece[])[]
    }
  | {
      readonly is: 'table'
      readonly widths: readonly number[]
      readonly head: readonly Row[]
      readonly rows: readonly Row[]
    }
  | {
      readonly is: 'signature'
      readonly role: readonly Piece[]
      readonly name: string
      readonly signed: string
      readonly captions: readonly string[]
    }
  | { readonly is: 'space' }
  | { readonly is: 'page' }

export type Prepared = {
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly landscape: boolean
  readonly head: readonly (readonly string[])[]
  readonly parts: readonly Part[]
  readonly words: { readonly page: string; readonly of: string }
}

const words = { ru: { page: 'стр.', of: 'из' }, en: { page: 'page', of: 'of' } } as const

export function prepare(document: PrintedDocument, clean: (text: string) => string): Prepared {
  const annex: readonly Block[] = document.annex?.length ? [{ kind: 'page' }, ...document.annex] : []
  const { head } = document
  // A heading may not skip a level: a reader who hears the document navigates by them.
  let level = 0
  const next = (wanted: number) => {
    level = Math.min(wanted, level + 1)
    return level
  }
  return {
    name: clean(document.name),
    language: document.language,
    landscape: document.page === 'landscape',
    head: head
      ? [head.left, head.centre, head.right].filter((cell) => cell.length > 0).map((cell) => cell.map(clean))
      : [],
    parts: [...document.body, ...annex].map((block) => part(block, clean, next)),
    words: words[document.language],
  }
}

function part(block: Block, clean: (text: string) => string, next: (level: number) => number): Part {
  const pieces = (line: Line): Piece[] =>
    (typeof line === 'string' || !Array.isArray(line) ? [line as Run] : (line as readonly Run[])).map((run) =>
      piece(run, clean),
    )
  switch (block.kind) {
    case 'title':
      return { is: 'heading', level: next(1), lines: block.text.map(pieces) }
    case 'heading':
      return { is: 'heading', level: next(block.level + 1), lines: [pieces(block.text)] }
    case 'text':
      return {
        is: 'text',
        pieces: pieces(block.text),
        align: block.align ?? 'justify',
        indent: block.indent ?? false,
      }
    case 'list':
      return { is: 'list', marker: block.marker, items: block.items.map(pieces) }
    case 'table': {
      const row =
        (align: Align) =>
        (cells: readonly Cell[]): Row =>
          cells.map((cell) => ({
            lines: cell.text.map(pieces),
            columns: cell.columns ?? 1,
            rows: cell.rows ?? 1,
            align: cell.align ?? align,
          }))
      return {
        is: 'table',
        widths: block.widths,
        head: block.head.map(row('centre')),
        rows: block.rows.map(row('start')),
      }
    }
    case 'signature':
      return {
        is: 'signature',
        role: pieces(block.role),
        name: clean(block.name ?? ''),
        signed: clean(block.signed ?? ''),
        captions: (block.captions ?? []).map(clean),
      }
    case 'space':
    case 'page':
      return { is: block.kind }
  }
}

function piece(run: Run, clean: (text: string) => string): Piece {
  if (typeof run === 'string') return { text: clean(run), style: 'plain' }
  if ('bold' in run) return { text: clean(run.bold), style: 'bold' }
  if ('italic' in run) return { text: clean(run.italic), style: 'italic' }
  return { blank: run.blank, under: clean(run.under ?? ''), filled: clean(run.filled ?? '') }
}
