import type { PrintedDocument, PrintedList } from '@ochno/domain/document/model'
import type { PrintRefusal } from '../../ports/print.ts'

export type Work =
  | { readonly as: 'pdf' | 'docx'; readonly document: PrintedDocument }
  | { readonly as: 'xlsx' | 'csv'; readonly list: PrintedList }

export type Ask = { readonly id: number; readonly work: Work }

export type Tell =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly why: PrintRefusal; readonly trouble: string }
