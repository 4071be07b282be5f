import type { AccountId, ExamId, Id, SessionId } from '@ochno/domain/ids'
import type { LaunchWords, Platform } from '@ochno/domain/lms/launch'
import type { Instant } from '@ochno/domain/time'
import type { Sealed } from './mail.ts'

export type PlatformId = Id<'lmp'>
export type PlatformGiven = Platform & {
  readonly name: string
  readonly loginUrl: string
  readonly keysUrl: string
  readonly home: string
  readonly byLearner: boolean
}
export type KnownPlatform = PlatformGiven & { readonly id: PlatformId; readonly changedAt: Instant }

type ToolKey = {
  readonly kid: string
  readonly public: Readonly<Record<string, string>>
  readonly secret: Sealed
}

/** Where a choice of exam is answered to. */
export type ChoiceAnswer = { readonly address: string; readonly data: string | null }

export type Coming = {
  readonly platform: PlatformId
  readonly issuer: string
  readonly subject: string
  /** As the platform calls the person. */
  readonly called: string | null
  readonly place: string | null
  readonly title: string | null
  /** As the place itself named it. */
  readonly exam: string | null
  readonly answer: ChoiceAnswer | null
}

export type Lms = {
  readonly platforms: () => Promise<readonly KnownPlatform[]>
  /** False: another institution has this platform, client and deployment. */
  readonly save: (platform: KnownPlatform) => Promise<boolean>
  readonly remove: (id: PlatformId) => Promise<boolean>
  readonly key: () => Promise<ToolKey | null>
  readonly addKey: (key: ToolKey, at: Instant) => Promise<void>
  readonly examOf: (platform: PlatformId, place: string) => Promise<ExamId | null>
  readonly bind: (
    at: { readonly platform: PlatformId; readonly place: string },
    exam: ExamId,
    by: AccountId,
    now: Instant,
  ) => Promise<void>
  /** True once for one way back. */
  readonly useOnce: (state: Uint8Array, endsAt: Instant, now: Instant) => Promise<boolean>
  readonly wait: (secret: Uint8Array, coming: Coming, endsAt: Instant, now: Instant) => Promise<void>
  readonly waiting: (secret: Uint8Array, now: Instant) => Promise<Coming | null>
  /** False: it was forgotten already. */
  readonly forget: (secret: Uint8Array) => Promise<boolean>
  /** Somebody who is an examinee or a parent and nothing else. */
  readonly pupilOf: (learner: string) => Promise<AccountId | null>
  /** The session of this examinee in this exam that is nearest to its end. */
  readonly sessionOf: (exam: ExamId, examinee: AccountId, now: Instant) => Promise<SessionId | null>
  readonly launched: (session: SessionId, signIn: string, platform: string, at: Instant) => Promise<void>
  readonly cameBy: (session: SessionId, signIn: string) => Promise<boolean>
}

export type KeyTrouble = 'unreachable' | 'wrong_certificate' | 'no_keys'

/** What is signed on the way. */
export type LaunchTokens = {
  readonly read: (
    token: string,
    platform: KnownPlatform,
    expected: { readonly nonce: string; readonly now: Instant },
  ) => Promise<
    | { readonly ok: true; readonly words: LaunchWords }
    | { readonly ok: false; readonly why: 'launch_wrong' | 'launch_away' }
  >
  readonly tryKeys: (
    keysUrl: string,
  ) => Promise<
    { readonly ok: true; readonly keys: number } | { readonly ok: false; readonly why: KeyTrouble }
  >
  readonly makeKey: () => Promise<{
    readonly kid: string
    readonly public: Readonly<Record<string, string>>
    readonly secret: string
  }>
  readonly sign: (
    key: { readonly kid: string; readonly secret: string },
    claims: Readonly<Record<string, unknown>>,
    now: Instant,
  ) => Promise<string>
}
