import { type ActCard, type Day, effectiveFrom, quoteOf } from './act-card.ts'

export type Edition = { readonly id: string; readonly card: ActCard }

/** The edition in force on a day: the last that began; an older one ended the day the newer began (000 7.5, 004 9.3). */
export function editionOn(editions: readonly Edition[], day: Day): Edition | null {
  let found: { edition: Edition; from: Day } | null = null
  for (const edition of editions) {
    const from = effectiveFrom(edition.card)
    if (from !== null && from <= day && (found === null || from >= found.from)) found = { edition, from }
  }
  return found?.edition ?? null
}

export type Standing = 'no_day' | 'not_yet' | 'effective' | 'superseded'

export function standingOn(edition: Edition, editions: readonly Edition[], day: Day): Standing {
  const from = effectiveFrom(edition.card)
  if (from === null) return 'no_day'
  if (from > day) return 'not_yet'
  return editionOn(editions, day)?.id === edition.id ? 'effective' : 'superseded'
}

/** The rules an exam refers to. From its start they are frozen, whatever editions follow. */
export type RulesOfExam = { readonly edition: string; readonly quote: string; readonly frozen: boolean }

export type RulesRefusal = 'not_in_force' | 'frozen'

export type RulesChange =
  | { readonly ok: true; readonly rules: RulesOfExam }
  | { readonly ok: false; readonly why: RulesRefusal }

/** Chooses the edition an exam refers to; it must be in force on the day of the exam. */
export function referTo(
  current: RulesOfExam | null,
  edition: Edition,
  editions: readonly Edition[],
  examDay: Day,
): RulesChange {
  if (current?.frozen) return { ok: false, why: 'frozen' }
  if (standingOn(edition, editions, examDay) !== 'effective') return { ok: false, why: 'not_in_force' }
  return { ok: true, rules: { edition: edition.id, quote: quoteOf(edition.card), frozen: false } }
}

export const freeze = (rules: RulesOfExam): RulesOfExam => ({ ...rules, frozen: true })
