// What stands of one consent for one exam, as a teacher reads it: it is there, it is awaited, or another way is taken.
import type { ConsentState } from '../lifecycle/consent.ts'
import { type Ahead, type ConsentRecord, covers } from './record.ts'
import type { ConsentKind, ConsentRules } from './rules.ts'
import type { Person } from './signers.ts'

export type Awaiting =
  | 'answer'
  | 'second_signature'
  | 'scan'
  | 'original'
  | 'ages_not_set'
  | 'birthday_not_known'
  | 'text_changed'
  | 'signature_anew'

export type Standing =
  | { readonly is: 'given'; readonly originalLate: boolean }
  | { readonly is: 'awaited'; readonly what: Awaiting; readonly overdue: boolean }
  | { readonly is: 'other_way'; readonly why: 'declined' | 'withdrawn' | 'expired' }

export type StandingFacts = {
  readonly kind: ConsentKind
  readonly state: ConsentState
  /** Somebody of those who have to has signed already. */
  readonly signedInPart: boolean
  readonly records: readonly ConsentRecord[]
  readonly person: Person | null
  readonly exam: Ahead
  readonly age: ConsentRules['age']
  readonly reaskOnChange: boolean
  readonly onPaper: boolean
  /** It came, or still is to come, after the day the act names (TR-11). */
  readonly originalLate: boolean
}

export function standingOf(facts: StandingFacts): Standing {
  const { state, person } = facts
  const awaited = (what: Awaiting): Standing => ({
    is: 'awaited',
    what,
    overdue: facts.onPaper && facts.originalLate,
  })
  switch (state) {
    case 'declined':
    case 'withdrawn':
    case 'expired':
      return { is: 'other_way', why: state }
    case 'none':
    case 'informed':
      if (facts.age === null) return awaited('ages_not_set')
      if (person === null) return awaited('birthday_not_known')
      return awaited(facts.signedInPart ? 'second_signature' : 'answer')
    case 'form_generated':
    case 'printed':
      return awaited('scan')
    case 'scan_uploaded':
      return awaited('original')
    case 'active':
      return ofActive(facts, awaited)
  }
}

function ofActive(facts: StandingFacts, awaited: (what: Awaiting) => Standing): Standing {
  const { records, kind, person, exam, age, reaskOnChange } = facts
  if (person === null) return awaited('birthday_not_known')
  const covering = covers(records, kind, person, exam, { age, reaskOnChange })
  if (covering.covered) return { is: 'given', originalLate: facts.onPaper && facts.originalLate }
  switch (covering.why) {
    case 'never_given':
      return awaited('answer')
    case 'over':
      return { is: 'other_way', why: 'expired' }
    case 'text_changed':
      return awaited('text_changed')
    case 'signature_missing':
      return awaited('signature_anew')
    case 'ages_not_set':
      return awaited('ages_not_set')
  }
}
