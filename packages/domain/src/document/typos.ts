// The acts are printed word for word; an institution may decide to print its papers without their slips (forms.fix_typos).
import type { Block, Cell, Line, PrintedDocument, Run } from './model.ts'

const slips: readonly (readonly [printed: string, meant: string])[] = [
  ['присутствие посторонних разговора или шумов', 'присутствие посторонних разговоров или шумов'],
  ['находящихся в кадр посторонних', 'находящихся в кадре посторонних'],
  ['видеозображение', 'видеоизображение'],
  ['умные часы и т. д.),', 'умные часы и т. д.)'],
  [
    'встроенной или подключенными портативной веб-камерой',
    'встроенной или подключенной портативной веб-камерой',
  ],
]

const mended = (text: string): string =>
  slips.reduce((words, [printed, meant]) => words.replaceAll(printed, meant), text)

const isRuns = (line: Line): line is readonly Run[] => Array.isArray(line)

function run(one: Run): Run {
  if (typeof one === 'string') return mended(one)
  if ('bold' in one) return { bold: mended(one.bold) }
  return 'italic' in one ? { italic: mended(one.italic) } : one
}

const line = (one: Line): Line => (isRuns(one) ? one.map(run) : run(one))
const cell = (one: Cell): Cell => ({ ...one, text: one.text.map(line) })

function block(one: Block): Block {
  switch (one.kind) {
    case 'title':
      return { ...one, text: one.text.map(line) }
    case 'heading':
    case 'text':
      return { ...one, text: line(one.text) }
    case 'list':
      return { ...one, items: one.items.map(line) }
    case 'table':
      return {
        ...one,
        head: one.head.map((row) => row.map(cell)),
        rows: one.rows.map((row) => row.map(cell)),
      }
    default:
      return one
  }
}

export const withoutTypos = (document: PrintedDocument): PrintedDocument => ({
  ...document,
  body: document.body.map(block),
})
