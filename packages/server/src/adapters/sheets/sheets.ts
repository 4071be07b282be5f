import { readCsv } from '@ochno/domain/people/csv'
import type { Sheets } from '../../ports/sheets.ts'
import { isBadFile, readXlsx } from './xlsx.ts'

const begins = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, i) => bytes[i] === sign)

function textOf(bytes: Uint8Array): string | null {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes)
  // A zero byte is in no text.
  if (bytes.includes(0)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}

export const sheets: Sheets = {
  read: async (bytes) => {
    // The old Excel, and one with a password.
    if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { ok: false, why: 'file_old_excel' }
    if (begins(bytes, 0x50, 0x4b))
      try {
        return { ok: true, table: await readXlsx(bytes), kind: 'xlsx' }
      } catch (cause) {
        if (isBadFile(cause) || cause instanceof RangeError) return { ok: false, why: 'file_unreadable' }
        throw cause
      }
    const text = textOf(bytes)
    if (text === null) return { ok: false, why: 'file_unreadable' }
    return { ok: true, table: { rows: readCsv(text), epoch1904: false }, kind: 'csv' }
  },
}
