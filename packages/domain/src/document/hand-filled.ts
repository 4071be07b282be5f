// A form to be filled in by hand: made by the same rules as a filled one, from data that says «to be written here».
import { Temporal } from '../time.ts'
import type { Align, Block, Cell, Formed, Line, PrintedDocument, Run } from './model.ts'

/** A text, a day and a moment that a person will write; no text and no day of anybody's looks like these. */
export const HAND = '\ue000'
export const handDay = Temporal.PlainDate.from('1111-11-11')
export const handMoment = Temporal.Instant.from('1111-11-11T11:11:11Z')

const days: readonly (readonly [RegExp, string])[] = [
  [/11 ноября 1111 г\./g, '«____» ______________ 20____ г.'],
  [/11\.11\.1111 11:11:11( \(UTC\+00:00\))?/g, '____.____.20____  ____:____'],
  [/11\.11\.1111/g, '____.____.20____'],
]

/** Answers are the person's who fills it in: none is printed before (TR-73). */
const answers: Readonly<Record<string, string>> = {
  да: 'да/нет',
  нет: 'да/нет',
  согласен: 'согласен / не согласен',
  'не согласен': 'согласен / не согласен',
  требуется: 'требуется / не требуется',
  'не требуется': 'требуется / не требуется',
}

export type Hand = {
  /** What stands in the cell beside this one: the choice, where there is one. */
  readonly choices?: Readonly<Record<string, string>>
  /** Lines to write on in the cell beside this one, where one is not enough. */
  readonly room?: Readonly<Record<string, number>>
  /** Tables, by what they are about, whose cells are all empty but for the number of the row. */
  readonly empty?: readonly string[]
  /** What stands where an answer goes, where it is not «да/нет». */
  readonly answer?: string
  /** Words that the data of a blank would make untrue. */
  readonly instead?: readonly (readonly [words: string | RegExp, by: string])[]
}

export function handFilled(formed: Formed, hand: Hand = {}): PrintedDocument {
  if (!formed.ok) throw new Error(`a blank lacks ${formed.missing.map(({ field }) => field).join(', ')}`)
  const { annex: _, ...document } = formed.document
  return {
    ...document,
    ...(document.head ? { head: headOf(document.head) } : {}),
    body: document.body.map((block) => blockOf(block, hand)),
  }
}

const headOf = ({ left, centre, right }: NonNullable<PrintedDocument['head']>) => ({
  left: left.map(lined),
  centre: centre.map(lined),
  right: right.map(lined),
})

const dated = (text: string): string =>
  days.reduce((dates, [pattern, written]) => dates.replace(pattern, written), text)

/** Where nothing but letters can stand. */
const lined = (text: string): string => dated(text).replaceAll(HAND, '______________')

/** Where a whole paragraph will be written. */
const paragraphs: Block = { kind: 'list', marker: 'none', items: Array<Line>(4).fill({ blank: 0 }) }

function blockOf(block: Block, hand: Hand): Block {
  switch (block.kind) {
    case 'title':
      return { ...block, text: block.text.map((line) => onRuns(line, (text) => [lined(text)])) }
    case 'heading':
      return { ...block, text: onRuns(block.text, (text) => [lined(text)]) }
    case 'text':
      if (block.text === HAND && block.align === 'justify') return paragraphs
      return { ...block, ...textOf(insteadOf(block.text, hand), block.align ?? 'justify') }
    case 'list':
      return { ...block, items: block.items.map((item) => onRuns(item, (text) => spaced(text, 'start'))) }
    case 'table':
      return {
        ...block,
        about: block.about.replaceAll(HAND, ''),
        head: block.head.map((row) => row.map((one) => cellOf(one))),
        rows: block.rows.map((row) =>
          hand.empty?.includes(block.about) ? row.map(emptied) : rowOf(row, hand),
        ),
      }
    case 'signature': {
      const { signed: _, ...rest } = block
      const role = onRuns(insteadOf(block.role, hand), (text) =>
        text === HAND ? [{ blank: 55 }] : [lined(text)],
      )
      return { ...rest, role, name: block.name === HAND ? null : block.name }
    }
    case 'space':
    case 'page':
      return block
  }
}

/** A line with a place to write in is not stretched to the margin. */
function textOf(text: Line, align: Align): { readonly text: Line; readonly align: Align } {
  const line = onRuns(text, (run) => spaced(run, align))
  const changed = JSON.stringify(line) !== JSON.stringify(onRuns(text, (run) => [run]))
  return { text: line, align: changed && align === 'justify' ? 'start' : align }
}

const isRuns = (line: Line): line is readonly Run[] => Array.isArray(line)

function onRuns(line: Line, change: (text: string) => readonly Run[]): readonly Run[] {
  return (isRuns(line) ? line : [line]).flatMap((run): readonly Run[] => {
    if (typeof run === 'string') return change(run)
    if ('bold' in run) return [{ bold: lined(run.bold) }]
    if ('italic' in run) return [{ italic: lined(run.italic) }]
    const { filled, ...blank } = run
    return [filled && filled !== HAND ? { ...blank, filled: dated(filled) } : blank]
  })
}

/** Letters after which too little is left of a line to write on. */
const LONG = 55

/** The last place of a line takes what is left of it, the others six centimetres. */
function spaced(text: string, align: Align): readonly Run[] {
  const parts = dated(text).split(HAND)
  return parts.flatMap((part, i): readonly Run[] => {
    const before = part === '' ? [] : [part]
    if (i === parts.length - 1) return before
    const last = i === parts.length - 2 && (parts[i + 1] ?? '').length <= 1
    const left = last && (align === 'start' || align === 'justify')
    return [...before, { blank: left ? (part.length > LONG ? 130 : 0) : 60 }]
  })
}

const emptied = (cell: Cell): Cell => ({
  ...cell,
  text: cell.text.map((line) => (typeof line === 'string' && /^\d+$/.test(line) ? line : '')),
})

const insteadOf = (line: Line, { instead = [] }: Hand): Line =>
  typeof line === 'string' ? instead.reduce((text, [words, by]) => text.replace(words, by), line) : line

function cellOf(cell: Cell, answered?: string): Cell {
  const text = cell.text.map((line) =>
    onRuns(line, (run) => {
      const bare = run.replaceAll(HAND, '').replace(/[\s;,:–]/g, '')
      const answer = run in answers ? (answered ?? answers[run]) : undefined
      return [answer ?? (run.includes(HAND) && bare === '' ? '' : lined(run))]
    }),
  )
  return { ...cell, text }
}

const labelOf = (cell: Cell | undefined): string => {
  const [line] = cell?.text ?? []
  return typeof line === 'string' ? line : ''
}

function rowOf(row: readonly Cell[], { choices, room, answer }: Hand): readonly Cell[] {
  const label = labelOf(row[0])
  const [choice, lines] = [choices?.[label], room?.[label]]
  return row.map((cell, i) => {
    if (i === 1 && choice !== undefined) return { ...cell, text: [choice] }
    if (i === 1 && lines !== undefined) return { ...cell, text: Array<string>(lines).fill('\u00a0') }
    return cellOf(cell, answer)
  })
}
