import type { AccountId, ExamId, NoticeId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

/** Times are text here: what was told must stay as it was told. */
export type Told =
  | {
      /** `cancelled`: it will not be held for this person; the window is the one that was. */
      readonly kind: 'schedule' | 'cancelled'
      readonly facts: {
        readonly title: string
        readonly session: SessionId
        readonly opensAt: string
        readonly closesAt: string
        readonly lengthMinutes: number
        readonly inRoom?: boolean | undefined
        readonly why?: string | undefined
      }
    }
  | {
      /** To a parent, of the exam of a child. */
      readonly kind: 'child'
      readonly facts: {
        readonly child: string
        readonly what: 'planned' | 'moved' | 'called_off'
        readonly title: string
        readonly session: SessionId
        readonly opensAt: string
        readonly closesAt: string
        readonly lengthMinutes: number
        readonly inRoom?: boolean | undefined
        readonly why?: string | undefined
      }
    }
  | {
      readonly kind: 'duty'
      readonly facts: {
        readonly title: string
        readonly what: 'given' | 'taken' | 'moved' | 'called_off'
        readonly people: number
        readonly why: string
        readonly opensAt: string
        readonly closesAt: string
      }
    }
  | {
      readonly kind: 'maintenance'
      readonly facts: { readonly title: string; readonly from: string; readonly until: string }
    }
  | { readonly kind: 'message'; readonly facts: { readonly title: string; readonly text: string } }

export type StoredNotice = Told & {
  readonly id: NoticeId
  readonly to: AccountId
  readonly about: ExamId
  readonly edition: number
  readonly queuedAt: Instant
  readonly deliveredAt: Instant | null
  readonly readAt: Instant | null
}

type Numbered = Extract<Told['kind'], 'message' | 'duty' | 'child'>

/** What is told of anything else bears the id of that, and its title names no exam. */
export const isOfExam = (about: string): boolean => about.startsWith('exm_')

export type Notices = {
  /** The latest of this kind about an exam, of each person; to a parent, of each child. */
  readonly latest: (about: ExamId, kind: Told['kind']) => Promise<readonly StoredNotice[]>
  /** Those who were ever sent a message of exactly these words about an exam. */
  readonly whoWasTold: (about: ExamId, text: string) => Promise<readonly AccountId[]>
  /** Whoever has an e-mail address gets a letter too, once for each notice, where the institution has a mail server; not where `letter` is false. */
  readonly add: (notice: StoredNotice, letter?: boolean) => Promise<void>
  /** The same for many, in a few statements; those who had not been told this edition. */
  readonly addAll: (notices: readonly StoredNotice[], letter?: boolean) => Promise<readonly AccountId[]>
  /** Whoever else tells of that exam waits for this transaction, and then sees what it told. */
  readonly alone: (about: ExamId) => Promise<void>
  /** The number of the next message to this person about an exam, told alone. */
  readonly nextEdition: (to: AccountId, about: ExamId, kind?: Numbered) => Promise<number>
  /** The same of each of these. */
  readonly nextEditions: (
    to: readonly AccountId[],
    about: ExamId,
    kind?: Numbered,
  ) => Promise<ReadonlyMap<AccountId, number>>
  readonly ofAccount: (account: AccountId) => Promise<readonly StoredNotice[]>
  /** The same by pages, the latest first. */
  readonly page: (account: AccountId, page: AskedPage) => Promise<Page<StoredNotice> | null>
  readonly unread: (account: AccountId) => Promise<number>
  /** Everything addressed to this person has reached their account. */
  readonly delivered: (account: AccountId, at: Instant) => Promise<void>
  /** Null when it is not this person's. A first reading stays the time of reading. */
  readonly read: (id: NoticeId, account: AccountId, at: Instant) => Promise<StoredNotice | null>
}

/** Exams of every institution with somebody who was not told their time as it is now. */
export type Untold = (
  now: Instant,
) => Promise<readonly { readonly tenant: TenantId; readonly exam: ExamId }[]>
