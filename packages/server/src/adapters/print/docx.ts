// The same blocks as a Word document a clerk can finish by hand.
import type { Align, PrintedDocument } from '@ochno/domain/document/model'
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  Header,
  HeadingLevel,
  HeightRule,
  type IParagraphOptions,
  LeaderType,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { faces } from './fonts.ts'
import { type Part, type Piece, type Prepared, prepare, type Row } from './prepare.ts'

type Blank = Extract<Piece, { blank: number }>

const FONT = 'PT Serif'
const sides = {
  start: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const satisfies Record<Align, string>
const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3]
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}

// What XML can't hold would make a file that does not open.
const clean = (text: string) =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed
    .replace(/[\u0000-\u0008\u000b\u000c\r\u000e-\u001f\ufffe\uffff]/g, '\ufffd')

export function docxPrinter(): (document: PrintedDocument) => Promise<Uint8Array> {
  const fonts = faces()
  return async (document) => {
    const prepared = prepare(document, clean)
    const width = mm((prepared.landscape ? 297 : 210) - 40)
    const footer = [
      `${prepared.words.page} `,
      PageNumber.CURRENT,
      ` ${prepared.words.of} `,
      PageNumber.TOTAL_PAGES,
    ]
    const file = new Document({
      title: prepared.name,
      creator: '',
      lastModifiedBy: '',
      fonts: [{ name: FONT, data: fonts.regular, bold: fonts.bold, italic: fonts.italic }],
      hyphenation: { autoHyphenation: true },
      styles: { default: styles(prepared.language) },
      numbering: { config: markers },
      sections: [
        {
          properties: {
            page: {
              // Given as for an upright sheet: the library turns it.
              size: {
                width: mm(210),
                height: mm(297),
                orientation: prepared.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
              },
              margin: {
                left: mm(25),
                right: mm(15),
                top: mm(15),
                bottom: mm(20),
                header: mm(12),
                footer: mm(10),
              },
            },
          },
          ...(prepared.head.length > 0
            ? { headers: { default: new Header({ children: [pageHead(prepared, width), small('')] }) } }
            : {}),
          footers: {
            default: new Footer({
              children: [
                new Paragraph({
                  alignment: AlignmentType.CENTER,
                  children: [new TextRun({ children: footer, size: 18 })],
                }),
              ],
            }),
          },
          children: prepared.parts.flatMap((part, i) => block(part, i, width)),
        },
      ],
    })
    return Packer.toBuffer(file)
  }
}

const styles = (language: 'ru' | 'en') => {
  const heading = (size: number) => ({
    run: { font: FONT, size, bold: true, color: '000000' },
    paragraph: { spacing: { before: 200, after: 140 }, keepNext: true },
  })
  return {
    document: {
      run: { font: FONT, size: 22, language: { value: language === 'ru' ? 'ru-RU' : 'en-GB' } },
      paragraph: { spacing: { after: 100 } },
    },
    heading1: heading(26),
    heading2: heading(22),
    heading3: heading(22),
  }
}

const marker = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  reference,
  levels: [
    {
      level: 0,
      format,
      text,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: mm(10), hanging: mm(5) } } },
    },
  ],
})
const markers = [
  marker('dash', LevelFormat.BULLET, '–'),
  marker('bullet', LevelFormat.BULLET, '•'),
  marker('number', LevelFormat.DECIMAL, '%1.'),
]

function runs(pieces: readonly Piece[], size?: number): ParagraphChild[] {
  return pieces.flatMap((piece) => {
    if ('blank' in piece) return blank(piece)
    const look = {
      bold: piece.style === 'bold',
      italics: piece.style === 'italic',
      ...(size ? { size } : {}),
    }
    return broken(piece.text, look)
  })
}

const broken = (text: string, look: { bold?: boolean; italics?: boolean; size?: number } = {}): TextRun[] =>
  text.split('\n').map((words, i) => new TextRun({ text: words, ...look, ...(i > 0 ? { break: 1 } : {}) }))

// An underscore is about 1.9 mm wide; what is left of a line is a tab whose leader is the line.
function blank(piece: Blank): TextRun[] {
  const filled = piece.filled === '' ? '' : ` ${piece.filled} `
  const written = filled === '' ? [] : [new TextRun({ text: filled, underline: {} })]
  if (piece.blank === 0) return [...written, new TextRun({ text: '\t' })]
  const left = Math.max(0, Math.round(piece.blank / 1.9) - filled.length)
  return [
    ...written,
    new TextRun({ text: '_'.repeat(left) }),
    ...(piece.under === '' ? [] : broken(` ${piece.under}`, { size: 16 })),
  ]
}

/** The caption of a line that takes the rest of its row stands below it, in the middle. */
function paragraphs(pieces: readonly Piece[], look: IParagraphOptions): Paragraph[] {
  const end = pieces.findIndex((piece) => 'blank' in piece && piece.blank === 0 && piece.under !== '')
  if (end < 0) return [new Paragraph({ ...look, children: runs(pieces) })]
  const rest = pieces.slice(end + 1)
  return [
    new Paragraph({ ...look, children: runs(pieces.slice(0, end + 1)) }),
    small((pieces[end] as Blank).under),
    ...(rest.length > 0 ? paragraphs(rest, { ...look, indent: {} }) : []),
  ]
}

const small = (text: string) =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: broken(text, { size: 16 }) })

function block(part: Part, index: number, width: number): (Paragraph | Table)[] {
  switch (part.is) {
    case 'heading':
      return [
        new Paragraph({
          heading: levels[part.level - 1] ?? HeadingLevel.HEADING_3,
          alignment: part.level === 3 ? AlignmentType.LEFT : AlignmentType.CENTER,
          children: joined(part.lines),
        }),
      ]
    case 'text':
      return paragraphs(part.pieces, {
        alignment: sides[part.align],
        tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.UNDERSCORE }],
        ...(part.indent ? { indent: { firstLine: mm(12.5) } } : {}),
      })
    case 'list':
      return part.items.map(
        (item) =>
          new Paragraph({
            alignment: AlignmentType.JUSTIFIED,
            children: runs(item),
            ...(part.marker === 'none'
              ? {}
              : { numbering: { reference: part.marker, level: 0, instance: index } }),
          }),
      )
    case 'table':
      return [table(part, width), new Paragraph({ text: '' })]
    case 'signature':
      return [signature(part, width), new Paragraph({ text: '' })]
    case 'space':
      return [new Paragraph({ text: '' })]
    case 'page':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}

const joined = (lines: readonly (readonly Piece[])[], size?: number): ParagraphChild[] =>
  lines.flatMap((pieces, i) => [...(i > 0 ? [new TextRun({ break: 1 })] : []), ...runs(pieces, size)])

function table(part: Extract<Part, { is: 'table' }>, width: number): Table {
  const all = part.widths.reduce((sum, share) => sum + share, 0) || 1
  const row = (cells: Row, tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: tableHeader,
      children: cells.map(
        (cell) =>
          new TableCell({
            columnSpan: cell.columns,
            rowSpan: cell.rows,
            verticalAlign: VerticalAlignTable.CENTER,
            children: (cell.lines.length > 0 ? cell.lines : [[]]).map(
              (pieces) =>
                new Paragraph({
                  alignment: sides[cell.align],
                  spacing: { after: 0 },
                  children: runs(pieces, 20),
                }),
            ),
          }),
      ),
    })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: part.widths.map((share) => Math.floor((width * share) / all)),
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    rows: [
      ...part.head.map((cells) => row(cells, true)),
      ...part.rows.map((cells) => row(cells, false)),
      // A table without a row is no table to Word.
      ...(part.head.length + part.rows.length === 0
        ? [new TableRow({ children: [new TableCell({ children: [new Paragraph('')] })] })]
        : []),
    ],
  })
}

function signature(part: Extract<Part, { is: 'signature' }>, width: number): Table {
  const cell = (children: ParagraphChild[], lined: boolean, alignment = AlignmentType.CENTER as string) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.BOTTOM,
      borders: { top: none, left: none, right: none, bottom: lined ? line : none },
      children: [
        new Paragraph({
          alignment: alignment === 'left' ? AlignmentType.LEFT : AlignmentType.CENTER,
          spacing: { after: 0 },
          children,
        }),
      ],
    })
  const gap = () => cell([], false)
  const caption = (i: number) => cell(broken(part.captions[i] ?? '', { size: 16 }), false)
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [width - mm(110), mm(5), mm(45), mm(5), mm(55)],
    borders: noBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: mm(9), rule: HeightRule.ATLEAST },
        children: [
          cell(runs(part.role), false, 'left'),
          gap(),
          cell(broken(part.signed, { size: 18 }), true),
          gap(),
          cell(broken(part.name), part.name === ''),
        ],
      }),
      new TableRow({ cantSplit: true, children: [gap(), gap(), caption(0), gap(), caption(1)] }),
    ],
  })
}

function pageHead(prepared: Prepared, width: number): Table {
  const shares = prepared.head.length === 2 ? [1, 2.6] : prepared.head.map(() => 1)
  const all = shares.reduce((sum, share) => sum + share, 0)
  const rows = Math.max(...prepared.head.map((cell) => cell.length))
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: shares.map((share) => Math.floor((width * share) / all)),
    rows: Array.from(
      { length: rows },
      (_, i) =>
        new TableRow({
          children: prepared.head.map(
            (cell) =>
              new TableCell({
                verticalAlign: VerticalAlignTable.CENTER,
                children: [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    spacing: { after: 0 },
                    children: broken(cell[i] ?? '', { size: 17 }),
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}
