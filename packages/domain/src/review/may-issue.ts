// Whether a protocol may be issued of a session: every hint judged by a person, every look that was begun finished (R1-5.2c).
export type IssueFacts = {
  /** Hints of the session that nobody has judged, at the wall or at the review. */
  readonly unresolvedHints: number
  /** Null: nobody was asked to review the recording. */
  readonly first: 'open' | 'done' | null
  readonly second: 'open' | 'done' | null
  readonly third: 'open' | 'done' | null
}

export const issueRefusals = [
  'hints_unresolved',
  'review_unfinished',
  'second_look_unfinished',
  'dispute_open',
] as const
export type IssueRefusal = (typeof issueRefusals)[number]

export function mayIssue({ unresolvedHints, first, second, third }: IssueFacts): IssueRefusal | null {
  if (unresolvedHints > 0) return 'hints_unresolved'
  if (first === 'open') return 'review_unfinished'
  if (second === 'open') return 'second_look_unfinished'
  return third === 'open' ? 'dispute_open' : null
}

/** A hint is judged when it became a mark or was dismissed with a reason (SM-3); that somebody saw it is no judgement. */
export const isJudged = (state: string): boolean => state === 'marked' || state === 'dismissed'

type Looked = { readonly kind: string; readonly reviewedAt: object | null }
type Answered = { readonly answer: { readonly state: string } | null }

/** What `mayIssue` asks, out of the looks and the hints of one session. */
export function issueFactsOf(looks: readonly Looked[], hints: readonly Answered[]): IssueFacts {
  const of = (kind: string) => {
    const found = looks.find((look) => look.kind === kind)
    return found ? (found.reviewedAt === null ? ('open' as const) : ('done' as const)) : null
  }
  return {
    unresolvedHints: hints.filter(({ answer }) => !isJudged(answer?.state ?? 'open')).length,
    first: of('first'),
    second: of('second'),
    third: of('third'),
  }
}
