// What a person reads on the printed pages, in reading order: for comparing a file with the document it was made from.
import type { Block, Line, PrintedDocument, Run } from './model.ts'

export const printedLines = (document: PrintedDocument): readonly string[] =>
  [...document.body, ...(document.annex ?? [])].flatMap(linesOf).filter((line) => line.trim() !== '')

function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
      return block.text.flatMap(words)
    case 'heading':
    case 'text':
      return words(block.text)
    case 'list':
      return block.items.flatMap(words)
    case 'table':
      return [...block.head, ...block.rows].flat().flatMap((cell) => cell.text.flatMap(words))
    case 'signature':
      return [...words(block.role), block.signed ?? '', block.name ?? '', ...(block.captions ?? [])]
    case 'space':
    case 'page':
      return []
  }
}

const runsOf = (line: Line): readonly Run[] => (isRuns(line) ? line : [line])
const isRuns = (line: Line): line is readonly Run[] => Array.isArray(line)

/** A caption is printed under its blank, so it cuts the line in two. */
function words(line: Line): readonly string[] {
  const lines = ['']
  for (const run of runsOf(line)) {
    const last = lines.length - 1
    if (typeof run === 'string') lines[last] += run
    else if ('bold' in run) lines[last] += run.bold
    else if ('italic' in run) lines[last] += run.italic
    else {
      lines[last] += run.filled ?? ''
      if (run.under) lines.push(run.under, '')
    }
  }
  return lines
}
