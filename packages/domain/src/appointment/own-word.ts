// SM-14: documents, training and non-disclosure are the proctor's own word. The office only says what there is to answer for.
import type { ProctorPapers, Signed } from './papers.ts'
import { isSaid } from './papers.ts'
import { proctorDocuments } from './proctor-rules.ts'
import type { ProctorRules } from './proctor.ts'

type Dated = Signed & { readonly on: string }

/** What the office sends of one paper, beside what is kept: the proctor's own word is never overwritten. */
function kept<T extends Dated>(before: T | null | undefined, given: T): T {
  const { own: _, ...entered } = given
  if (before?.own) return before
  if (given.sheet !== undefined) return entered as T
  const sameAsBefore =
    before !== null && before !== undefined && before.own === undefined && before.on === given.on
  return sameAsBefore ? before : ({ ...entered, own: false } as T)
}

/** Null: the office acknowledges a document in the proctor's place, without a sheet he signed. */
export function officeEnters(before: ProctorPapers, given: ProctorPapers): ProctorPapers | null {
  const acknowledged = given.acknowledged.map((one) =>
    kept(
      before.acknowledged.find(({ document }) => document === one.document),
      one,
    ),
  )
  if (acknowledged.some((one) => !isSaid(one))) return null
  const own = before.acknowledged.filter(
    (one) => one.own && !acknowledged.some(({ document }) => document === one.document),
  )
  return {
    ...given,
    acknowledged: [...acknowledged, ...own],
    instructed:
      given.instructed &&
      kept(before.instructed?.on === given.instructed.on ? before.instructed : null, given.instructed),
    trained: given.trained.map((one) =>
      kept(
        before.trained.find(({ variant, on }) => variant === one.variant && on === one.on),
        one,
      ),
    ),
    secrecy:
      given.secrecy && kept(before.secrecy?.act === given.secrecy.act ? before.secrecy : null, given.secrecy),
  }
}

export const ownWords = [
  ...proctorDocuments,
  'instructed',
  'trained_sync',
  'trained_async',
  'trained_offline',
  'secrecy',
] as const
export type OwnWord = (typeof ownWords)[number]

/** What this proctor may say today, and what he has said. */
type WordAsked = {
  readonly word: OwnWord
  readonly said: (Dated & { readonly own?: boolean | undefined }) | null
  /** What the office entered for him to confirm: the day, and who held it or which act. */
  readonly about: { readonly on: string; readonly what: string } | null
}

export function wordsAsked(papers: ProctorPapers, rules: ProctorRules | null): readonly WordAsked[] {
  const asked: WordAsked[] = []
  const add = (word: OwnWord, one: Dated | null | undefined, what: string | null) =>
    asked.push({
      word,
      said: one && isSaid(one) ? one : null,
      about: one && what !== null ? { on: one.on, what } : null,
    })
  for (const document of proctorDocuments) {
    const one = papers.acknowledged.find((entry) => entry.document === document)
    if (one || rules?.documents.includes(document)) add(document, one, null)
  }
  if (papers.instructed) add('instructed', papers.instructed, papers.instructed.by)
  for (const one of papers.trained) add(`trained_${one.variant}`, one, '')
  if (papers.secrecy) add('secrecy', papers.secrecy, papers.secrecy.act)
  return asked
}

/** The proctor says it himself; null: nobody asks it of him, or it stands already. */
export function proctorSays(
  papers: ProctorPapers,
  rules: ProctorRules | null,
  word: OwnWord,
  today: string,
): ProctorPapers | null {
  const asked = wordsAsked(papers, rules).find((one) => one.word === word)
  if (!asked || asked.said) return null
  if (asked.about && asked.about.on > today) return null
  const own = { own: true } as const
  if (word === 'instructed')
    return papers.instructed && { ...papers, instructed: { ...papers.instructed, ...own } }
  // Non-disclosure holds from the day it was promised, not from the day it was asked for.
  if (word === 'secrecy')
    return papers.secrecy && { ...papers, secrecy: { ...papers.secrecy, on: today, ...own } }
  if (word === 'regulation' || word === 'review_instruction')
    return {
      ...papers,
      acknowledged: [
        ...papers.acknowledged.filter(({ document }) => document !== word),
        { document: word, on: today, ...own },
      ],
    }
  return {
    ...papers,
    trained: papers.trained.map((one) => (`trained_${one.variant}` === word ? { ...one, ...own } : one)),
  }
}
