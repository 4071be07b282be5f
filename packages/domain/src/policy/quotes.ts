import type { ActNumber } from '../regulation/acts.ts'
import { quotes000 } from './quotes/quotes-000.ts'
import { quotes001 } from './quotes/quotes-001.ts'
import { quotes002 } from './quotes/quotes-002.ts'
import { quotes003 } from './quotes/quotes-003.ts'
import { quotes004 } from './quotes/quotes-004.ts'

const quotes: Readonly<Record<ActNumber, Readonly<Record<string, readonly string[]>>>> = {
  '000': quotes000,
  '001': quotes001,
  '002': quotes002,
  '003': quotes003,
  '004': quotes004,
}

const isKnownAct = (act: string): act is ActNumber => Object.hasOwn(quotes, act)

/** The words of a clause, its sentences in order; null for an own act, whose text the product does not have. */
export function quoteOfClause(act: string, clause: string): string | null {
  const of = isKnownAct(act) ? quotes[act] : {}
  return Object.hasOwn(of, clause) ? (of[clause] as readonly string[]).join(' … ') : null
}

/** A clause that the text of a known act does not have; of an own act nothing is known. */
export const isStrangeClause = (act: string, clause: string): boolean =>
  isKnownAct(act) && !Object.hasOwn(quotes[act], clause)
