// What a printed document is, before any printer: the PDF, the DOCX and the text a person reads aloud come from the same blocks.

/** A piece of a line. `blank` is a line to be filled in by hand, as wide as its caption needs. */
export type Run =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly blank: number; readonly under?: string }

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
      /** Read aloud instead of being seen. */
      readonly about: string
    }
  /** A person signs here: role on the left, line, name on the right. `signed` is shown when a signature was recorded. */
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
