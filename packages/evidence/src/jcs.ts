// RFC 8785: one value has one text, so that everybody signs and hashes the same bytes.
import { utf8 } from './bytes.ts'

export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('not a JSON number')
    return String(value)
  }
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object') return object(value as Readonly<Record<string, unknown>>)
  throw new TypeError(`not a JSON value: ${typeof value}`)
}

export const canonicalBytes = (value: unknown): Uint8Array => utf8(canonical(value))

/** What JSON writes as it is: printable ASCII without the quote and the backslash. */
const PLAIN = /^[ !#-[\]-~]*$/

function text(value: string): string {
  if (PLAIN.test(value)) return `"${value}"`
  if (!value.isWellFormed()) throw new TypeError('a lone surrogate has no UTF-8')
  return JSON.stringify(value)
}

function object(value: Readonly<Record<string, unknown>>): string {
  let members = ''
  // The default order of sort() is that of UTF-16 code units, as the RFC asks.
  for (const key of Object.keys(value).sort()) {
    if (value[key] === undefined) continue
    members += `${members ? ',' : ''}${text(key)}:${canonical(value[key])}`
  }
  return `{${members}}`
}
