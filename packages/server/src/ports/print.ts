// A document or a list becomes a file. Rendering happens elsewhere: it never holds up recordings.
import type { PrintedDocument, PrintedList } from '@ochno/domain/document/model'

export type PrintRefusal =
  /** More than a file may hold; nothing was made. */
  'too_large' | 'too_slow' | 'busy' | 'failed'

export type Printed =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: PrintRefusal }

export type Printer = {
  readonly pdf: (document: PrintedDocument) => Promise<Printed>
  readonly docx: (document: PrintedDocument) => Promise<Printed>
  readonly xlsx: (list: PrintedList) => Promise<Printed>
  readonly csv: (list: PrintedList) => Promise<Printed>
}
