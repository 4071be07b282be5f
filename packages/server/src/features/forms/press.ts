// Blanks are the same for everybody of an institution: each is printed once, and a crowd at the button waits for the same file.
import type { PrintedDocument, PrintedList } from '@ochno/domain/document/model'
import type { AccountId } from '@ochno/domain/ids'
import type { Printed, Printer } from '../../ports/print.ts'

export type Sheet =
  | { readonly as: 'pdf' | 'docx'; readonly document: PrintedDocument }
  | { readonly as: 'xlsx' | 'csv'; readonly list: PrintedList }

export type Pressed = Printed | { readonly ok: false; readonly why: 'too_many' }

export type PressLimits = {
  /** Of all files kept for the next one who asks. */
  readonly keptBytes: number
  /** Files one person may wait for at a time. */
  readonly perPerson: number
  /** Files that may wait for the printer; more are refused, so that protocols still get through. */
  readonly waiting: number
}

const limits: PressLimits = { keptBytes: 16_000_000, perPerson: 4, waiting: 12 }

export type BlankPress = (sheet: Sheet, by: AccountId) => Promise<Pressed>

const make = (printer: Printer, sheet: Sheet): Promise<Printed> =>
  'document' in sheet ? printer[sheet.as](sheet.document) : printer[sheet.as](sheet.list)

export function blankPress(
  printer: Printer,
  { keptBytes, perPerson, waiting }: PressLimits = limits,
): BlankPress {
  /** The one asked for longest ago comes first. */
  const kept = new Map<string, Uint8Array>()
  let bytes = 0
  const running = new Map<string, Promise<Printed>>()
  const asked = new Map<AccountId, number>()

  function keep(key: string, file: Uint8Array): void {
    kept.set(key, file)
    bytes += file.length
    for (const [oldest, one] of kept) {
      if (bytes <= keptBytes) break
      kept.delete(oldest)
      bytes -= one.length
    }
  }

  function print(key: string, sheet: Sheet): Promise<Printed> {
    const begun = make(printer, sheet)
      .then((printed) => {
        if (printed.ok) keep(key, printed.bytes)
        return printed
      })
      .finally(() => running.delete(key))
    running.set(key, begun)
    return begun
  }

  return async (sheet, by) => {
    const key = JSON.stringify(sheet)
    const ready = kept.get(key)
    if (ready) {
      kept.delete(key)
      kept.set(key, ready)
      return { ok: true, bytes: ready }
    }
    const mine = asked.get(by) ?? 0
    if (mine >= perPerson) return { ok: false, why: 'too_many' }
    const same = running.get(key)
    if (!same && running.size >= waiting) return { ok: false, why: 'busy' }
    asked.set(by, mine + 1)
    try {
      return await (same ?? print(key, sheet))
    } finally {
      const left = (asked.get(by) ?? 1) - 1
      if (left > 0) asked.set(by, left)
      else asked.delete(by)
    }
  }
}
