import { Temporal } from '../time.ts'

export type Born =
  | { readonly ok: true; readonly day: string }
  | { readonly ok: false; readonly why: 'date_unclear' | 'date_future' | 'date_long_ago' }

const EARLIEST_YEAR = 1900
/** Days of a sheet are counted from here; the difference carries its belief that 1900 was a leap year. */
const SHEET_EPOCH = '1899-12-30'
const SHEET_EPOCH_1904 = '1904-01-01'

function dayOf(text: string, epoch1904: boolean): string | null {
  const russian = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:\s*г\.?)?$/.exec(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:T00:00:00(?:\.0+)?Z?)?$/.exec(text)
  const serial = /^(\d{4,5})(?:\.0+)?$/.exec(text)
  try {
    if (russian)
      return Temporal.PlainDate.from(
        { year: Number(russian[3]), month: Number(russian[2]), day: Number(russian[1]) },
        { overflow: 'reject' },
      ).toString()
    if (iso) return Temporal.PlainDate.from(`${iso[1]}-${iso[2]}-${iso[3]}`).toString()
    if (serial && Number(serial[1]) > 2200)
      return Temporal.PlainDate.from(epoch1904 ? SHEET_EPOCH_1904 : SHEET_EPOCH)
        .add({ days: Number(serial[1]) })
        .toString()
  } catch {
    return null
  }
  return null
}

/** `31.05.2010`, `2010-05-31` or the number a sheet keeps; a year of two digits is nobody’s guess. */
export function readBirthday(text: string, today: string, epoch1904 = false): Born {
  const day = dayOf(text.trim(), epoch1904)
  if (day === null) return { ok: false, why: 'date_unclear' }
  if (day > today) return { ok: false, why: 'date_future' }
  if (Number(day.slice(0, 4)) < EARLIEST_YEAR) return { ok: false, why: 'date_long_ago' }
  return { ok: true, day }
}
