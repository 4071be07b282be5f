import type { Wording } from '@ochno/domain/consent/wording'
import type { Alternative } from '@ochno/domain/consent/refusal'
import type { Representation } from '@ochno/domain/consent/representation'
import type { AgeRule, ConsentKind } from '@ochno/domain/consent/rules'
import type { ScanKind } from '@ochno/domain/consent/scan'
import type { Signer } from '@ochno/domain/consent/signers'
import type { InformedPart } from '@ochno/domain/consent/text'
import type { AccountId, ExamId, Id, SessionId, TenantId } from '@ochno/domain/ids'
import type { ConsentState } from '@ochno/domain/lifecycle/consent'
import type { EffectivePolicy } from '@ochno/domain/policy/effective'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

export type ConsentId = Id<'cns'>
export type TextId = Id<'ctx'>
export type PaperId = Id<'cpp'>
export type ScanId = Id<'csc'>

/** Decided by the institution with its lawyer; null where nobody decided yet (TR-33, TR-65). */
export type ConsentSettings = {
  readonly age: AgeRule | null
  readonly alternatives: readonly Alternative[]
  readonly thirdParty: string | null
}

export type KeptText = {
  readonly id: TextId
  readonly kind: ConsentKind
  readonly sha256: Uint8Array
  readonly wording: Wording
  readonly createdAt: Instant
}

export type Signature = {
  readonly signer: Signer
  readonly by: AccountId
  readonly name: string
  readonly at: string
}

export type ConsentLife = {
  readonly id: ConsentId
  readonly account: AccountId
  readonly kind: ConsentKind
  /** `none` is no row at all. */
  readonly state: Exclude<ConsentState, 'none'>
  readonly text: TextId
  readonly signatures: readonly Signature[]
  /** Calendar days as `2026-05-31`. */
  readonly signedOn: string | null
  readonly signedAt: Instant | null
  readonly programme: string | null
  readonly paper: PaperId | null
  readonly declinedBy: AccountId | null
  readonly withdrawalAskedOn: string | null
  readonly withdrawalNo: string | null
  readonly withdrawnOn: string | null
  readonly expelledOn: string | null
  readonly createdAt: Instant
  readonly changedAt: Instant
}

export type Scan = {
  readonly id: ScanId
  readonly paper: PaperId
  readonly kind: ScanKind
  readonly bytes: number
  readonly sha256: Uint8Array
  readonly key: { readonly kek: string; readonly wrapped: Uint8Array }
  readonly by: AccountId
  readonly at: Instant
}

export type KeptPaper = {
  readonly id: PaperId
  readonly account: AccountId
  readonly programme: string
  readonly generatedAt: Instant
  readonly printedAt: Instant | null
  readonly original: { readonly receivedOn: string; readonly by: AccountId; readonly name: string } | null
  /** The last one. */
  readonly scan: Pick<Scan, 'id' | 'kind' | 'bytes' | 'at'> | null
}

export type Shown = {
  readonly text: TextId
  readonly to: AccountId
  readonly part: InformedPart
  readonly at: Instant
}

/** Who a consent is about. The birthday and the links are kept by the card of the person. */
export type Subject = {
  readonly account: AccountId
  readonly name: string
  readonly born: string | null
  readonly incapable: boolean
}

/** An exam somebody has ahead, with the rules it was published under. */
export type ExamAhead = {
  readonly session: SessionId
  readonly exam: ExamId
  readonly title: string
  readonly examinee: AccountId
  readonly opensAt: Instant
  readonly policy: EffectivePolicy
}

/** Of one person, of several, or of everybody. */
type Whose = AccountId | readonly AccountId[] | null

export type ExamSeat = ExamAhead & { readonly name: string; readonly toCome: boolean }

export type Consents = {
  readonly settings: () => Promise<ConsentSettings | null>
  readonly saveSettings: (settings: ConsentSettings, at: Instant) => Promise<void>
  /** The text with this hash, kept now if it was not. */
  readonly keepText: (text: KeptText) => Promise<KeptText>
  readonly text: (id: TextId) => Promise<KeptText | null>
  readonly shown: (account: AccountId) => Promise<readonly Shown[]>
  readonly markShown: (account: AccountId, shown: Shown) => Promise<void>
  /** Nobody else changes the consents of this person until the transaction ends. */
  readonly hold: (account: AccountId) => Promise<void>
  /** The oldest first; of everybody when nobody is named. */
  readonly lives: (account: Whose) => Promise<readonly ConsentLife[]>
  readonly life: (id: ConsentId) => Promise<ConsentLife | null>
  readonly save: (life: ConsentLife) => Promise<void>
  readonly papers: (account: Whose) => Promise<readonly KeptPaper[]>
  readonly paper: (id: PaperId) => Promise<KeptPaper | null>
  readonly addPaper: (paper: Omit<KeptPaper, 'scan' | 'original'>) => Promise<void>
  readonly receiveOriginal: (
    id: PaperId,
    original: { readonly receivedOn: string; readonly by: AccountId; readonly at: Instant },
  ) => Promise<void>
  readonly addScan: (scan: Scan) => Promise<void>
  readonly scan: (paper: PaperId) => Promise<Scan | null>
  readonly subject: (account: AccountId) => Promise<Subject | null>
  /** Everybody who takes exams. */
  readonly subjects: () => Promise<readonly Subject[]>
  readonly subjectsOf: (accounts: readonly AccountId[]) => Promise<readonly Subject[]>
  /** Where this account, or one of these, is the child or the representative, whether or not it holds today. */
  readonly representations: (account: AccountId | readonly AccountId[]) => Promise<readonly Representation[]>
  /** Of one person or of everybody; what is over or was left is not ahead. */
  readonly ahead: (now: Instant, account: Whose) => Promise<readonly ExamAhead[]>
  /** Exams somebody has ahead, each once with its rules. */
  readonly rulesAhead: (
    now: Instant,
  ) => Promise<readonly { readonly exam: ExamId; readonly policy: EffectivePolicy }[]>
  /** By name; `among` null: everybody, otherwise those who have one of these exams ahead. */
  readonly subjectsPage: (
    asked: { readonly find: string; readonly among: readonly ExamId[] | null; readonly now: Instant },
    page: AskedPage,
  ) => Promise<Page<Subject> | null>
  readonly seatsPage: (
    asked: { readonly exam: ExamId; readonly find: string },
    page: AskedPage,
  ) => Promise<Page<ExamSeat> | null>
}

/** Whether the recording of this session may settle a dispute; true where its rules ask for no consent to that. */
export type DisputeUse = (tenant: TenantId, session: SessionId, now: Instant) => Promise<boolean>

/** Institutions whose act is in force: only there an original can be late. */
export type InstitutionsUnderAct = () => Promise<readonly TenantId[]>

/** Seals each scan under a key of its own, itself wrapped by one that lies outside the database. */
export type ScanSeal = {
  readonly seal: (id: ScanId, plain: Uint8Array) => { readonly key: Scan['key']; readonly stored: Uint8Array }
  /** Throws when a byte was changed or it belongs elsewhere. */
  readonly open: (id: ScanId, key: Scan['key'], stored: Uint8Array) => Uint8Array
}
