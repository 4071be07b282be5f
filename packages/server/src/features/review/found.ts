// What was marked in a session and stands, and what one look found: the first writes into the session's log, the others do not.
import type { SessionId } from '@ochno/domain/ids'
import type { Finding, ReviewFacts, StoredFinding } from '../../ports/review.ts'
import type { Tx } from '../../ports/store.ts'

/** Marks of the log nobody took back, wherever they were made. */
export async function standingMarks(tx: Tx, session: SessionId) {
  const gone = new Set((await tx.reviews.withdrawn(session)).map(({ seq }) => seq))
  return (await tx.conduct.read(session, 0)).flatMap(({ seq, entry }) =>
    entry.kind === 'mark' && !gone.has(seq) ? [{ seq, ...entry }] : [],
  )
}

export const ownMarks = (findings: readonly StoredFinding[]) => {
  const gone = new Set(findings.flatMap(({ finding }) => (finding.kind === 'withdrawn' ? [finding.of] : [])))
  return findings.flatMap(({ seq, at, by, finding }) =>
    finding.kind === 'mark' ? [{ seq, at, by, ...finding, gone: gone.has(seq) }] : [],
  )
}

type Judgement = Extract<Finding, { kind: 'mark' | 'dismissed' }>

/** What one look said last of each hint; a mark that was taken back leaves its hint open again. */
export function judgedBlind(findings: readonly StoredFinding[]): ReadonlyMap<number, Judgement> {
  const judged = new Map<number, Judgement>()
  for (const { finding } of findings) {
    if (finding.kind === 'settled') continue
    if (finding.kind !== 'withdrawn') {
      if (finding.hint !== null) judged.set(finding.hint, finding)
      continue
    }
    const back = findings.find(({ seq }) => seq === finding.of)?.finding
    if (back?.kind === 'mark' && back.hint !== null) judged.delete(back.hint)
  }
  return judged
}

/** What this look found by the person who has it now; who had it before him judged for himself. */
export const findingsIn = async (
  tx: Tx,
  { id, kind, reviewer }: Pick<ReviewFacts, 'id' | 'kind' | 'reviewer'>,
): Promise<readonly StoredFinding[]> =>
  kind === 'first' ? [] : (await tx.reviews.findings(id)).filter(({ by }) => by === reviewer)

export async function codesFound(tx: Tx, review: ReviewFacts): Promise<readonly string[]> {
  const marks =
    review.kind === 'first'
      ? await standingMarks(tx, review.session)
      : ownMarks(await findingsIn(tx, review)).filter(({ gone }) => !gone)
  return [...new Set(marks.map(({ code }) => code))].toSorted()
}
