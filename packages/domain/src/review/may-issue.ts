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
