import type { Role } from '@ochno/domain/access/table'
import type { AccountId, GroupId, Id, SessionId } from '@ochno/domain/ids'
import type { KnownPerson } from '@ochno/domain/people/plan'
import type { Instant } from '@ochno/domain/time'
import type { AskedPage, Page } from './paging.ts'

export type Group = {
  readonly id: GroupId
  readonly name: string
  readonly stream: string | null
  readonly members: number
  readonly branch: string | null
}

export type ListedPerson = {
  readonly id: AccountId
  readonly login: string
  readonly fullName: string
  readonly roles: readonly Role[]
  readonly hasPassword: boolean
  readonly disabled: boolean
  readonly learnerId: string | null
  readonly born: string | null
  readonly incapable: boolean
  readonly group: { readonly id: GroupId; readonly name: string } | null
  /** Of the person, otherwise of the group. */
  readonly branch: { readonly id: string; readonly name: string } | null
}

export type PeopleAsked = {
  readonly find: string
  readonly role: Role | null
  readonly group: GroupId | null
  readonly branch: string | null
}

export type AddedPerson = {
  readonly id: AccountId
  readonly login: string
  readonly fullName: string
  readonly roles: readonly Role[]
}

export type ParentLink = {
  readonly parent: AccountId
  readonly child: AccountId
  readonly proof: string
  readonly verifiedAt: Instant | null
  readonly endedAt: Instant | null
}

export type ExamOfChild = {
  readonly child: AccountId
  readonly session: SessionId
  readonly title: string
  readonly opensAt: Instant
  readonly closesAt: Instant
  readonly lengthMinutes: number
}

export type ImportCounts = {
  readonly added: number
  readonly changed: number
  readonly linked: number
  readonly groups: number
  readonly same: number
}
export type AppliedImport = {
  readonly id: Id<'imp'>
  readonly file: Uint8Array
  readonly by: AccountId
  readonly at: Instant
  readonly counts: ImportCounts
  readonly touched: readonly string[]
}

export type WorkInHand = {
  readonly id: AccountId
  readonly fullName: string
  readonly roles: readonly Role[]
  readonly drafts: number
  readonly ahead: number
  readonly over: number
  readonly undecided: number
}

export type People = {
  readonly list: (asked: PeopleAsked, page: AskedPage) => Promise<Page<ListedPerson> | null>
  /** Everybody whom the question is about. */
  readonly all: (asked: PeopleAsked) => Promise<readonly ListedPerson[]>
  readonly find: (id: AccountId) => Promise<ListedPerson | null>
  /** Nobody else imports until this transaction ends. */
  /** What was stated of this person alone. */
  readonly ownPlace: (id: AccountId) => Promise<{ readonly branch: string; readonly only: boolean } | null>
  readonly putPlace: (
    id: AccountId,
    place: { readonly branch: string; readonly only: boolean } | null,
  ) => Promise<void>
  readonly leads: (id: AccountId) => Promise<boolean>
  /** Null: leads no more. */
  readonly setLead: (id: AccountId, since: Instant | null) => Promise<void>
  /** Of teachers and methodists: the exams they made or give. */
  readonly workInHand: (now: Instant) => Promise<readonly WorkInHand[]>
  readonly hold: () => Promise<void>
  readonly known: () => Promise<readonly KnownPerson[]>
  /** Logins that are taken, in this institution or another; those people were not added. */
  readonly add: (people: readonly AddedPerson[], at: Instant) => Promise<readonly string[]>
  readonly rename: (names: readonly { readonly id: AccountId; readonly fullName: string }[]) => Promise<void>
  readonly giveLearnerIds: (
    given: readonly { readonly id: AccountId; readonly learnerId: string }[],
    at: Instant,
  ) => Promise<void>
  /** To people who have none. */
  readonly giveEmails: (given: readonly { readonly id: AccountId; readonly email: string }[]) => Promise<void>
  readonly learnerIdTaken: (learnerId: string) => Promise<boolean>
  readonly setBorn: (given: readonly { readonly id: AccountId; readonly born: string }[]) => Promise<void>
  /** Into this group, or out of any. */
  readonly move: (
    given: readonly { readonly id: AccountId; readonly group: GroupId | null }[],
    at: Instant,
  ) => Promise<void>
  readonly groups: () => Promise<readonly Group[]>
  /** False when the name is taken. */
  readonly putGroup: (group: Omit<Group, 'members' | 'branch'>, at: Instant) => Promise<boolean>
  readonly removeGroup: (id: GroupId) => Promise<void>
  readonly link: (links: readonly ParentLink[]) => Promise<void>
  readonly unlink: (parent: AccountId, child: AccountId, at: Instant) => Promise<boolean>
  /** Where this account is the parent or the child. */
  readonly links: (account: AccountId) => Promise<readonly ParentLink[]>
  readonly examsAhead: (children: readonly AccountId[], now: Instant) => Promise<readonly ExamOfChild[]>
  /** The last one this person applied. */
  readonly lastImport: (by: AccountId) => Promise<Omit<AppliedImport, 'touched'> | null>
  readonly imported: (file: Uint8Array) => Promise<AppliedImport | null>
  /** Whom an import made or changed; null: no such import. */
  readonly touchedBy: (id: Id<'imp'>) => Promise<readonly AccountId[] | null>
  readonly noteImport: (done: AppliedImport) => Promise<void>
}
