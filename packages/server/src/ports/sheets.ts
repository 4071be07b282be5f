import type { Table } from '@ochno/domain/people/rows'

export type ReadTable =
  | { readonly ok: true; readonly table: Table; readonly kind: 'csv' | 'xlsx' }
  | { readonly ok: false; readonly why: 'file_unreadable' | 'file_old_excel' }

/** A file somebody made: a sheet of Excel, or text in UTF-8 or windows-1251. */
export type Sheets = { readonly read: (bytes: Uint8Array) => Promise<ReadTable> }
