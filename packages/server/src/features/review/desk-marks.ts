// The marks a reviewer's page shows, and the words of the act a new one is chosen from.
import type { ReviewDesk, ReviewMark } from '@ochno/contract/review'
import { marksUnder } from '@ochno/domain/conduct/refuse'
import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import { noteOf, signsOf } from '@ochno/domain/incident/signs'
import type { CatalogueEntry } from '@ochno/domain/incident/violation'
import { isBlind } from '@ochno/domain/review/second-look'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { ReviewFacts, StoredFinding } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'
import { listing } from './desk-status.ts'
import { ownMarks } from './found.ts'

export const wordingOf = (code: string): string =>
  (catalogue[code as ViolationCode] as CatalogueEntry | undefined)?.wording ?? code

/** A blind look sees its own marks and nobody else's (T-19); the first and the third see the log of the session. */
export async function marksOf(
  tx: Tx,
  review: ReviewFacts,
  findings: readonly StoredFinding[],
): Promise<ReviewMark[]> {
  const own = ownMarks(findings).map((mark) => ({
    seq: mark.seq,
    code: mark.code,
    wording: wordingOf(mark.code),
    from: mark.from,
    to: mark.to,
    note: noteOf(mark),
    by: review.reviewerName ?? '',
    at: mark.at.toString(),
    made: 'review' as const,
    hint: mark.hint,
    own: true,
    withdrawn: mark.gone ? { reason: reasonOf(findings, mark.seq), by: review.reviewerName ?? '' } : null,
  }))
  if (isBlind(review.kind)) return own
  const made = await tx.reviews.madeOf(review.session)
  const gone = await tx.reviews.withdrawn(review.session)
  const log = (await tx.conduct.read(review.session, 0)).flatMap(({ seq, at, by, name, entry }) => {
    if (entry.kind !== 'mark') return []
    const here = made.find((one) => one.seq === seq)
    const back = gone.find((one) => one.seq === seq)
    return [
      {
        seq,
        code: entry.code,
        wording: wordingOf(entry.code),
        from: entry.from,
        to: entry.to,
        note: noteOf(entry),
        by: name,
        at: at.toString(),
        made: here ? ('review' as const) : ('wall' as const),
        hint: here?.hint ?? null,
        own: by === review.reviewer && here?.review === review.id,
        withdrawn: back ? { reason: back.reason, by: name } : null,
      },
    ]
  })
  return [...log, ...own]
}

const reasonOf = (findings: readonly StoredFinding[], seq: number): string => {
  for (const { finding } of findings)
    if (finding.kind === 'withdrawn' && finding.of === seq) return finding.reason
  return ''
}

/** R1-3.4, R3-3.4, R4-5.9: the words of the act's own list and its clause. */
export function codesOf({ act, policy, permissions }: ExamRules): ReviewDesk['codes'] {
  const under = listing(act)
  return marksUnder({ act, policy, permissions }).map((code) => {
    const entry: CatalogueEntry | undefined = catalogue[code as ViolationCode]
    return {
      code,
      wording: entry?.wording ?? code,
      clause: (under && entry?.clauses[under]) ?? null,
      signs: signsOf(code, act),
    }
  })
}
