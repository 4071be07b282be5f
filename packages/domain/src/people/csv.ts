import { namedColumns } from './headers.ts'

const separators = [';', ',', '\t'] as const

/** RFC 4180 as spreadsheets write it: a cell in quotes holds separators, line ends and doubled quotes. */
function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const endCell = () => {
    row.push(cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    rows.push(row)
    row = []
  }
  for (let i = 0; i < text.length; i++) {
    const sign = text[i] as string
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (sign === separator) endCell()
    else if (sign === '\n') endRow()
    else if (sign === '\r') {
      if (text[i + 1] === '\n') i++
      endRow()
    } else cell += sign
  }
  if (cell !== '' || row.length > 0) endRow()
  return rows
}

/** The separator is the one under which the first line names most columns. */
export function readCsv(given: string): string[][] {
  const text = given.replace(/^\ufeff/, '')
  const told = /^sep=(.)\r?\n/.exec(text)
  // Excel’s own hint keeps its line, so that lines are counted as the person sees them.
  if (told) return cellsOf(text, told[1] as string).map((row, i) => (i === 0 ? [''] : row))
  const head = text.slice(0, 10_000)
  const best = separators
    .map((separator) => {
      const rows = cellsOf(head, separator).slice(0, 20)
      return { separator, named: Math.max(0, ...rows.map(namedColumns)) }
    })
    .toSorted((a, b) => b.named - a.named)[0]
  return cellsOf(text, best?.separator ?? ';')
}
