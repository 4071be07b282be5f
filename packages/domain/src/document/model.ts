// What a printed document is, before any printer: the PDF, the DOCX and the text a person reads aloud come from the same blocks.

/**
 * A piece of a line. `blank` is a line to be filled in by hand: so many millimetres, or 0 for what is left of the
 * line; `under` is its caption in small print, `filled` what is already written on it.
 */
export type Run =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly blank: number; readonly under?: string; readonly filled?: string }

export type Line = Run | readonly Run[]

export type Align = 'start' | 'centre' | 'end' | 'justify'

export type Cell = {
  readonly text: readonly Line[]
  readonly columns?: number
  readonly rows?: number
  readonly align?: Align
}

export type Block =
  | { readonly kind: 'title'; readonly text: readonly Line[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: Line }
  | { readonly kind: 'text'; readonly text: Line; readonly align?: Align; readonly indent?: boolean }
  | {
      readonly kind: 'list'
      readonly marker: 'dash' | 'bullet' | 'number' | 'none'
      readonly items: readonly Line[]
    }
  | {
      readonly kind: 'table'
      /** Shares of the width, one per column. */
      readonly widths: readonly number[]
      /** Repeated on every page. */
      readonly head: readonly (readonly Cell[])[]
      readonly rows: readonly (readonly Cell[])[]
      /** What the table is about, for the screen that shows it; neither printer has a place for it. */
      readonly about: string
    }
  /**
   * A person signs here: role on the left, line, name on the right. `signed` is shown on the line when a signature
   * was recorded. `captions` go under the line and under the name, in this order.
   */
  | {
      readonly kind: 'signature'
      readonly role: Line
      readonly name: string | null
      readonly signed?: string
      readonly captions?: readonly string[]
    }
  | { readonly kind: 'space' }
  | { readonly kind: 'page' }

/** The head of each page where an act prescribes one (004, СМК). */
export type PageHead = {
  readonly left: readonly string[]
  readonly centre: readonly string[]
  readonly right: readonly string[]
}

export type FormId = `F-${'000' | '001' | '002' | '003' | '004' | 'ALL'}-${number}`

export type PrintedDocument = {
  readonly form: FormId
  /** Name of the file and of the document in the reader's window; no personal data. */
  readonly name: string
  readonly language: 'ru' | 'en'
  readonly page: 'portrait' | 'landscape'
  readonly head?: PageHead
  readonly body: readonly Block[]
  /** What the form of the act has no place for (TR-35): printed after it, on a page of its own. */
  readonly annex?: readonly Block[]
}

/** Why a document can't be made yet: each names the field a person has to fill (TR-73). */
export type Missing = { readonly field: string; readonly clause: string }

export type Formed =
  | { readonly ok: true; readonly document: PrintedDocument }
  | { readonly ok: false; readonly missing: readonly Missing[] }

/** A list to be worked on in a spreadsheet. Times are wall-clock, as the institution reads them. */
export type Column = {
  readonly title: string
  /** `date`: 2026-05-31; `time`: 2026-05-31T10:00 or with seconds. */
  readonly kind: 'text' | 'number' | 'date' | 'time'
  /** In characters. */
  readonly width?: number
}

export type PrintedList = {
  /** Name of the file and of the sheet; no personal data. */
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}
