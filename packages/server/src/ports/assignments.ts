import type { ActTerm, Channel, Deadline } from '@ochno/domain/assignment/rules'
import type { ScanKind } from '@ochno/domain/consent/scan'
import type { AccountId, GroupId, Id } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Scan, ScanId } from './consents.ts'

export type TaskId = Id<'tsk'>

export type Task = {
  readonly id: TaskId
  readonly teacher: AccountId
  readonly group: GroupId
  readonly title: string
  readonly body: string
  readonly givenAt: Instant
  readonly deadline: Deadline
  readonly closedAt: Instant | null
}

export type StoredTask = Task & {
  readonly teacherName: string
  readonly groupName: string
  /** Of the group today. */
  readonly people: number
}

export type Work = {
  readonly task: TaskId
  readonly account: AccountId
  readonly name: string
  readonly version: number
  readonly channel: Channel
  readonly receivedAt: Instant
  readonly text: string
}

export type WorkFile = {
  readonly id: ScanId
  readonly task: TaskId
  readonly account: AccountId
  /** Null while it waits to be handed in. */
  readonly version: number | null
  readonly name: string
  readonly kind: ScanKind
  readonly bytes: number
  readonly sha256: Uint8Array
  readonly key: Scan['key']
  readonly at: Instant
}

export type Assignments = {
  readonly save: (task: Task) => Promise<void>
  readonly find: (id: TaskId) => Promise<StoredTask | null>
  /** The same, and nobody else hands in or changes it until this transaction ends. */
  readonly hold: (id: TaskId) => Promise<StoredTask | null>
  /** Of one teacher, or of everybody when null. */
  readonly given: (teacher: AccountId | null) => Promise<readonly StoredTask[]>
  /** Of the group of this person, and what they handed something in for. */
  readonly of: (account: AccountId) => Promise<readonly StoredTask[]>
  /** Whether anything was ever given to this group. */
  readonly anyOf: (group: GroupId) => Promise<boolean>
  /** Groups the account is of. */
  readonly groupsOf: (account: AccountId) => Promise<ReadonlySet<GroupId>>
  readonly members: (
    group: GroupId,
  ) => Promise<readonly { readonly id: AccountId; readonly name: string }[] | null>
  /** The newest version of each person first. */
  readonly works: (tasks: readonly TaskId[], account: AccountId | null) => Promise<readonly Work[]>
  /** When what came, without what it says. */
  readonly received: (
    tasks: readonly TaskId[],
  ) => Promise<readonly Pick<Work, 'task' | 'account' | 'version' | 'receivedAt'>[]>
  readonly addWork: (work: Omit<Work, 'name'>, by: AccountId, at: Instant) => Promise<void>
  readonly files: (tasks: readonly TaskId[], account: AccountId | null) => Promise<readonly WorkFile[]>
  readonly addFile: (file: WorkFile) => Promise<void>
  readonly removeFile: (id: ScanId) => Promise<void>
  /** What waited belongs to this version now. */
  readonly handInFiles: (task: TaskId, account: AccountId, version: number) => Promise<void>
  readonly term: () => Promise<ActTerm | null>
  readonly setTerm: (term: ActTerm | null, by: AccountId, at: Instant) => Promise<void>
}
