import type { AccountId, ExamId, Id, NoticeId, SessionId, TenantId } from '@ochno/domain/ids'
import type { Handling, LetterKind, QuietHours } from '@ochno/domain/notice/letter'
import type { Instant } from '@ochno/domain/time'

export type LetterId = Id<'ltr'>

export type Sealed = { readonly kek: string; readonly wrapped: Uint8Array; readonly stored: Uint8Array }
/** Seals what must be known again, such as a password of another server. */
export type SecretSeal = {
  readonly seal: (id: string, secret: string) => Sealed
  readonly open: (id: string, sealed: Sealed) => string
}
/** The secret of a one-time link, made from the letter that carries it: it lies nowhere. */
export type LinkSecret = (letter: LetterId) => string

export type MailServer = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string | null
  readonly password: Sealed | null
  readonly sender: string
  readonly senderName: string
  readonly quiet: QuietHours | null
}

export type ServerTrouble = 'unreachable' | 'no_answer' | 'no_tls' | 'wrong_certificate' | 'wrong_user'
export type Trouble = ServerTrouble | 'sender_refused' | 'address_refused' | 'letter_refused' | 'try_later'

export type Failing = {
  readonly since: Instant
  readonly why: Trouble
  readonly said: string
  readonly tries: number
  readonly nextAt: Instant
}

export type MailServers = {
  readonly read: () => Promise<(MailServer & { readonly failing: Failing | null }) | null>
  /** A failure of the server before is forgotten. */
  readonly save: (server: MailServer, at: Instant) => Promise<void>
  /** Letters that wait are withdrawn. */
  readonly remove: (at: Instant) => Promise<void>
  readonly failed: (failing: Failing) => Promise<void>
  readonly works: () => Promise<void>
  readonly waiting: () => Promise<number>
}

export type LetterFacts =
  | {
      readonly kind: 'schedule' | 'cancelled'
      readonly facts: {
        readonly title: string
        readonly session: SessionId
        readonly opensAt: string
        readonly closesAt: string
        readonly lengthMinutes: number
        readonly edition: number
      }
    }
  /** Of the exam of a child, who is not named: mailboxes are shared. */
  | {
      readonly kind: 'child'
      readonly facts: {
        readonly what: 'planned' | 'moved' | 'called_off'
        readonly title: string
        readonly session: SessionId
        readonly opensAt: string
        readonly closesAt: string
        readonly lengthMinutes: number
        readonly edition: number
      }
    }
  | {
      readonly kind: 'duty'
      readonly facts: {
        readonly title: string
        readonly what: 'given' | 'taken' | 'moved' | 'called_off'
        readonly opensAt: string
        readonly closesAt: string
      }
    }
  /** Only what it is about: the words themselves are read in the account. `exam` false: the title is of something else. */
  | {
      readonly kind: 'message'
      readonly facts: { readonly title: string; readonly exam?: boolean | undefined }
    }
  | { readonly kind: 'invitation' | 'reset'; readonly facts: { readonly endsAt: string } }
  | { readonly kind: 'address_changed' | 'password_changed'; readonly facts: object }

export type NewLetter = LetterFacts & {
  readonly id: LetterId
  readonly to: AccountId
  readonly notice: NoticeId | null
  /** Null: the address the person has when the letter goes out. */
  readonly email: string | null
  readonly queuedAt: Instant
  /** Held through the quiet hours only if that is early enough. */
  readonly usefulBefore: Instant | null
  /** Not sent after that. */
  readonly endsAt: Instant | null
}

export type ClaimedLetter = LetterFacts & {
  readonly id: LetterId
  readonly to: AccountId
  readonly queuedAt: Instant
  readonly endsAt: Instant | null
  readonly tries: number
  readonly email: string | null
  readonly login: string
  readonly language: 'ru' | 'en'
  readonly disabled: boolean
}

export type LetterState = {
  readonly handling: Handling
  readonly at: Instant
  readonly why: string | null
  readonly said: string
}

export type Letters = {
  /** False: the institution has no mail server or the person no address. */
  readonly post: (letter: NewLetter) => Promise<boolean>
  /** The same for many, in a few statements; how many were posted. */
  readonly postAll: (letters: readonly NewLetter[]) => Promise<number>
  readonly recent: (to: AccountId, kind: LetterKind, since: Instant) => Promise<number>
  /** Null when it is handled, not due yet or in other hands. */
  readonly claim: (id: LetterId, now: Instant, until: Instant) => Promise<ClaimedLetter | null>
  readonly settle: (
    id: LetterId,
    as: Exclude<Handling, 'queued'>,
    at: Instant,
    why: string | null,
    said: string,
  ) => Promise<void>
  /** Waits on: `tries` counts only what was about this letter. */
  readonly putOff: (
    id: LetterId,
    until: Instant,
    tries: number,
    why: string | null,
    said: string,
  ) => Promise<void>
  readonly ofExam: (exam: ExamId) => Promise<ReadonlyMap<NoticeId, LetterState>>
  readonly email: (account: AccountId) => Promise<string | null>
  /** Links for a forgotten password that went to the earlier address end. */
  readonly setEmail: (account: AccountId, email: string | null, at: Instant) => Promise<void>
  /** Of these people, those with an address. */
  readonly withEmail: (accounts: readonly AccountId[]) => Promise<ReadonlySet<AccountId>>
}

/** Letters of every institution that wait although their time has come. */
export type DueLetters = (
  now: Instant,
) => Promise<readonly { readonly tenant: TenantId; readonly letter: LetterId }[]>

export type Written = {
  readonly messageId: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly calendar: string | null
  /** The calendar takes an event away. */
  readonly cancels?: boolean
}

export type Handed =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly why: Trouble
      /** One line of the server's own words. */
      readonly said: string
      /** `server`: every other letter would fare the same. */
      readonly about: 'server' | 'letter'
      readonly forGood: boolean
    }

export type Mailer = (
  server: Omit<MailServer, 'password' | 'quiet'> & { readonly password: string | null },
  letter: Written,
) => Promise<Handed>
