// Which published exam may stand in for another when a person is moved.
type Exam = {
  readonly id: string
  readonly state: 'draft' | 'published'
  readonly cancelled: unknown
  readonly card: { readonly subject: string | null; readonly event: string; readonly kind: string } | null
}

/** The same subject, taken as the same kind of thing. */
export const isSibling = (one: Exam, other: Exam): boolean =>
  one.id !== other.id &&
  other.state === 'published' &&
  other.cancelled === null &&
  one.card !== null &&
  other.card !== null &&
  one.card.subject !== null &&
  one.card.subject === other.card.subject &&
  one.card.event === other.card.event &&
  one.card.kind === other.card.kind
