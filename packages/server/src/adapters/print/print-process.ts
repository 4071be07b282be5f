// A process of its own: a long document takes neither the time nor the memory of the server.
import { docxPrinter } from './docx.ts'
import { csv, xlsx } from './lists.ts'
import type { Ask, Tell, Work } from './messages.ts'
import { pdfPrinter } from './pdf.ts'

const LARGEST = 64 * 1024 * 1024

let pdf: ReturnType<typeof pdfPrinter> | undefined
let docx: ReturnType<typeof docxPrinter> | undefined

process.on('message', (ask: Ask) => void answer(ask))
process.on('disconnect', () => process.exit(0))
// A Ctrl-C in the terminal is for the server; it ends us when it is done.
process.on('SIGINT', () => undefined)

async function make(work: Work): Promise<Uint8Array> {
  switch (work.as) {
    case 'pdf':
      pdf ??= pdfPrinter()
      return pdf(work.document)
    case 'docx':
      docx ??= docxPrinter()
      return docx(work.document)
    case 'xlsx':
      return xlsx(work.list)
    case 'csv':
      return csv(work.list)
  }
}

async function answer(ask: Ask): Promise<void> {
  let tell: Tell
  try {
    const bytes = await make(ask.work)
    tell =
      bytes.length > LARGEST
        ? { id: ask.id, why: 'too_large', trouble: `${bytes.length} bytes` }
        : { id: ask.id, bytes }
  } catch (error) {
    tell = { id: ask.id, why: 'failed', trouble: error instanceof Error ? error.message : String(error) }
  }
  process.send?.(tell)
}
