import type { Instant } from '../time.ts'
import type { ConsentKind } from './rules.ts'

/** 000 2.2.1: «о применении сервиса прокторинга, о его функциях, о правилах использования». */
export type InformedPart = 'fact' | 'functions' | 'rules'

/** What a consent to the processing of personal data has to say (152-ФЗ art. 9 part 4). */
export type ConsentField = 'operator' | 'subject' | 'purposes' | 'data' | 'operations' | 'term' | 'withdrawal'

export type ConsentText = {
  readonly kind: ConsentKind
  readonly version: string
  readonly parts: readonly { readonly part: InformedPart; readonly title: string; readonly body: string }[]
  readonly fields: Readonly<Partial<Record<ConsentField, string>>>
  readonly saysVoluntary: boolean
  /** Other kinds given by the same signature; an act may print them on one sheet. */
  readonly alsoCovers: readonly ConsentKind[]
  /** Where the text is shown: its own document, or a passage of some other terms. */
  readonly within: 'own_document' | 'other_terms'
}

export type TextProblem =
  | 'part_missing'
  | 'parts_share_a_title'
  | 'field_missing'
  | 'does_not_say_voluntary'
  | 'inside_other_terms'

/** Problems that stop the text, and what a lawyer should look at though an act prints it so. */
export type TextReview = { readonly problems: readonly TextProblem[]; readonly needsLawyer: boolean }

const informedParts: readonly InformedPart[] = ['fact', 'functions', 'rules']
const fields: readonly ConsentField[] = [
  'operator',
  'subject',
  'purposes',
  'data',
  'operations',
  'term',
  'withdrawal',
]

export function reviewText(text: ConsentText): TextReview {
  const problems: TextProblem[] = []
  if (text.within === 'other_terms') problems.push('inside_other_terms')
  if (text.kind === 'proctoring_informed') {
    const written = text.parts.filter(({ title, body }) => title.trim() !== '' && body.trim() !== '')
    if (informedParts.some((wanted) => !written.some(({ part }) => part === wanted)))
      problems.push('part_missing')
    if (new Set(written.map(({ title }) => title.trim())).size < written.length)
      problems.push('parts_share_a_title')
    if (!text.saysVoluntary) problems.push('does_not_say_voluntary')
  }
  if (text.kind === 'biometric' || text.kind === 'third_party_transfer')
    if (fields.some((field) => (text.fields[field] ?? '').trim() === '')) problems.push('field_missing')
  return { problems, needsLawyer: text.alsoCovers.length > 0 }
}

/** A part was put before the person and acknowledged. */
export type Acknowledged = { readonly part: InformedPart; readonly version: string; readonly at: Instant }

export const shownInFull = (text: ConsentText, log: readonly Acknowledged[]): boolean =>
  text.parts.every(({ part }) => log.some((entry) => entry.part === part && entry.version === text.version))

export type Choice = 'agree' | 'decline'

export type Offer = { readonly choices: readonly Choice[]; readonly chosen: Choice | null }

/** Nothing is chosen for the person, and both answers are there to choose. */
export const offerOf = (_: ConsentText): Offer => ({ choices: ['agree', 'decline'], chosen: null })
