import type { AccountId, SessionId, TicketId } from '@ochno/domain/ids'
import type { TicketState } from '@ochno/domain/lifecycle/simple'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

export type Ticket = {
  readonly id: TicketId
  readonly no: number
  readonly askedBy: AccountId
  readonly topic: string
  readonly session: SessionId | null
  readonly examNow: boolean
  readonly unit: string | null
  /** The technology it concerns. */
  readonly part: string | null
  readonly state: TicketState
  readonly takenBy: AccountId | null
  /** Browser and page, as the page said it. */
  readonly device: string | null
  readonly openedAt: Instant
}

/** With the words a page shows about it. */
export type TicketFacts = Ticket & {
  readonly asker: string
  readonly exam: string | null
  readonly partName: string | null
  readonly taker: string | null
  readonly words: readonly {
    readonly by: AccountId
    readonly name: string
    readonly at: string
    readonly text: string
  }[]
}

export type Tickets = {
  /** The number is given here; null when this person has `most` that are not closed. */
  readonly open: (ticket: Omit<Ticket, 'no'>, most: number) => Promise<number | null>
  readonly find: (id: TicketId) => Promise<TicketFacts | null>
  /** The same, and nobody else changes it until this transaction ends. */
  readonly hold: (id: TicketId) => Promise<TicketFacts | null>
  readonly ofAccount: (account: AccountId) => Promise<readonly TicketFacts[]>
  /** Exams that run now first, then what concerns the one who asks (`mine`: technologies); the longest wait first. */
  readonly queue: (
    asked: { readonly closed: boolean; readonly find: string; readonly mine: readonly string[] },
    page: AskedPage,
  ) => Promise<Page<TicketFacts> | null>
  readonly move: (
    id: TicketId,
    to: { readonly state: TicketState; readonly takenBy: AccountId | null },
    at: Instant,
  ) => Promise<void>
  readonly say: (id: TicketId, by: AccountId, text: string, at: Instant) => Promise<void>
}
