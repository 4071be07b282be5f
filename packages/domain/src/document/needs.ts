// A document is made whole or not at all: what is missing is named, one field at a time (TR-73).
import { type Day, dayWords } from './dates.ts'
import type { Formed, Missing, PrintedDocument } from './model.ts'

export type Needs = {
  readonly text: (value: string | null, field: string, clause: string) => string
  readonly day: (value: Day | null, field: string, clause: string) => string
  readonly some: <T>(values: readonly T[], field: string, clause: string) => readonly T[]
  /** Asked for when the condition does not hold. */
  readonly that: (holds: boolean, field: string, clause: string) => void
  readonly formed: (document: PrintedDocument) => Formed
}

export function needs(): Needs {
  const missing: Missing[] = []
  const ask = (field: string, clause: string) => {
    missing.push({ field, clause })
  }
  return {
    text: (value, field, clause) => {
      const given = value?.trim() ?? ''
      if (given === '') ask(field, clause)
      return given
    },
    day: (value, field, clause) => {
      if (!value) ask(field, clause)
      return value ? dayWords(value) : ''
    },
    some: (values, field, clause) => {
      if (values.length === 0) ask(field, clause)
      return values
    },
    that: (holds, field, clause) => {
      if (!holds) ask(field, clause)
    },
    formed: (document) => (missing.length === 0 ? { ok: true, document } : { ok: false, missing }),
  }
}
