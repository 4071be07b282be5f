import { transportTroubles } from '@ochno/contract/mail'

const reasons = [...transportTroubles, 'no_mail', 'no_address', 'account_closed'] as const
type Reason = (typeof reasons)[number]

/** A reason this page has words for; a newer server may know others. */
export const isReason = (why: string): why is Reason => (reasons as readonly string[]).includes(why)
