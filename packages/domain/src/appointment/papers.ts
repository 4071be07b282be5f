// The papers of a proctor as they are kept, and what they lack for one exam.
import type { PlainDate } from '../calendar/working-days.ts'
import type { ExamMode } from '../exam/card.ts'
import { Temporal } from '../time.ts'
import {
  type Eligibility,
  eligibility,
  type ProctorCard,
  type ProctorRules,
  type Variant,
} from './proctor.ts'
import {
  type ProctorRefusal,
  proctorRefusals,
  proctorRulesOf,
  type Reading,
  variantOf,
} from './proctor-rules.ts'

/** Whose word a paper stands on: the proctor's own in his account, or his signature on a sheet that is named. */
export type Signed = {
  readonly sheet?: string | undefined
  /** False: entered by the office, and the proctor has not said it himself yet. Absent: entered before he could. */
  readonly own?: boolean | undefined
}

/** Days are of the calendar, `2026-09-01`. */
export type ProctorPapers = {
  readonly employer: ProctorCard['employer']
  readonly contract: {
    readonly provider: string
    readonly number: string
    readonly from: string
    readonly to: string
  } | null
  readonly order: { readonly number: string; readonly date: string } | null
  readonly acknowledged: readonly (Signed & { readonly document: string; readonly on: string })[]
  readonly instructed: (Signed & { readonly on: string; readonly by: string }) | null
  readonly trained: readonly (Signed & { readonly variant: Variant; readonly on: string })[]
  readonly secrecy: (Signed & { readonly on: string; readonly act: string }) | null
  readonly qualifications: readonly { readonly on: string; readonly document: string }[]
  readonly furtherEducation: string | null
}

export const noPapers: ProctorPapers = {
  employer: 'institution',
  contract: null,
  order: null,
  acknowledged: [],
  instructed: null,
  trained: [],
  secrecy: null,
  qualifications: [],
  furtherEducation: null,
}

/** 000 1.4, 003 2.6: somebody of another organisation sees the assigned sessions and nothing else. */
export const isExternal = (papers: ProctorPapers | null): boolean =>
  papers !== null && papers.employer !== 'institution'

const date = (iso: string): PlainDate => Temporal.PlainDate.from(iso)

/** SM-14: what only the office says has not been said by the proctor. */
export const isSaid = ({ sheet, own }: Signed): boolean => sheet !== undefined || own !== false

/** What is dated later than today has not happened yet. */
function cardOf(papers: ProctorPapers, today: PlainDate): ProctorCard {
  const happened = (one: Signed & { readonly on: string }): boolean =>
    one.on <= today.toString() && isSaid(one)
  const { contract, order, instructed, secrecy } = papers
  return {
    employer: papers.employer,
    contract: contract && {
      provider: contract.provider,
      from: date(contract.from),
      to: date(contract.to),
    },
    order: order && { number: order.number, date: date(order.date) },
    acknowledged: papers.acknowledged.filter(happened).map(({ document }) => document),
    instructed:
      instructed && happened(instructed)
        ? { on: date(instructed.on), by: instructed.by, passed: true }
        : null,
    trainedFor: papers.trained.filter(happened).map(({ variant }) => variant),
    secrecy: secrecy && happened(secrecy) ? { on: date(secrecy.on), act: secrecy.act } : null,
    qualifications: papers.qualifications
      .filter((one) => happened(one))
      .map(({ on, document }) => ({ on: date(on), document })),
    furtherEducation: papers.furtherEducation,
  }
}

export type PapersStanding = {
  readonly missing: readonly ProctorRefusal[]
  readonly warnings: Eligibility['warnings']
}

/** `rules` null: the act asks nothing; then a contract of somebody outside must still run. */
export function papersStanding(
  papers: ProctorPapers | null,
  rules: ProctorRules | null,
  variant: Variant,
  today: PlainDate,
): PapersStanding {
  const card = cardOf(papers ?? noPapers, today)
  if (rules === null) {
    const over = card.employer !== 'institution' && !runs(card.contract, today)
    return { missing: over ? ['proctor_no_contract'] : [], warnings: [] }
  }
  const { refused, warnings } = eligibility(card, variant, today, rules)
  return { missing: refused.map((why) => proctorRefusals[why]), warnings }
}

const runs = (contract: ProctorCard['contract'], day: PlainDate): boolean =>
  contract !== null &&
  Temporal.PlainDate.compare(contract.from, day) <= 0 &&
  Temporal.PlainDate.compare(day, contract.to) <= 0

type Assigned = {
  readonly act: string | null
  readonly said: Reading
  readonly mode: ExamMode
  /** The day of the exam: what runs out before it does not count. */
  readonly day: PlainDate
}

/** Why this proctor may not be assigned to an exam; the first of the reasons, null when there is none. */
export const refusePapers = (
  papers: ProctorPapers | null,
  { act, said, mode, day }: Assigned,
): ProctorRefusal | null =>
  papersStanding(papers, proctorRulesOf(act, said), variantOf(mode), day).missing[0] ?? null
